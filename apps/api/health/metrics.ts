import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers for Prometheus. Labels are route patterns and status classes, never ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'jari_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  private readonly jobs = new Gauge({
    name: 'jari_jobs',
    help: 'Jobs by state',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'jari_' });
  }

  countRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.labels(method, route, `${Math.floor(status / 100)}xx`).observe(seconds);
  }

  setJobs(counts: Readonly<Record<string, number>>): void {
    this.jobs.reset();
    for (const [state, count] of Object.entries(counts)) this.jobs.labels(state).set(count);
  }
}
