import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { JOB_STATES, type AuditBacklog } from '#platform';

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
    help: 'Jobs by state; DEAD ones wait for an operator',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  private readonly unsealedRows = new Gauge({
    name: 'jari_audit_unsealed_rows',
    help: 'Audit rows that the hash chain does not cover yet',
    registers: [this.registry],
  });
  private readonly sealerLag = new Gauge({
    name: 'jari_audit_sealer_lag_seconds',
    help: 'Age of the oldest audit row that the hash chain does not cover yet; grows when no worker seals',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'jari_' });
  }

  countRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.labels(method, route, `${Math.floor(status / 100)}xx`).observe(seconds);
  }

  /** Every state has a number, so that an alarm on dead jobs has something to look at before the first. */
  setJobs(counts: Readonly<Record<string, number>>): void {
    for (const state of JOB_STATES) this.jobs.labels(state).set(counts[state] ?? 0);
  }

  setAuditBacklog({ rows, oldestSeconds }: AuditBacklog): void {
    this.unsealedRows.set(rows);
    this.sealerLag.set(oldestSeconds);
  }

  /** What the database would tell is not known now: better no number than an old one. */
  forgetDatabase(): void {
    for (const state of JOB_STATES) this.jobs.labels(state).set(NaN);
    this.setAuditBacklog({ rows: NaN, oldestSeconds: NaN });
  }
}
