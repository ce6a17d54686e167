import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { JobRef } from './job-ref.js';

const CHANNEL = 'jari_job';
const RECONNECT_MS = 1_000;

export type JobSignal =
  /** The listening begins, for the first time or again: what was said before was not heard. */
  | { readonly kind: 'listening' }
  /** Something may be due. */
  | { readonly kind: 'due' }
  /** State or progress of a job changed. */
  | { readonly kind: 'changed'; readonly jobId: string }
  /** An operator wants a running job cancelled. */
  | { readonly kind: 'cancel'; readonly jobId: string };

type Listener = (signal: JobSignal) => void;

const parse = (text: string): JobSignal => {
  const [kind = '', jobId = ''] = text.split(' ');
  return kind === 'changed' || kind === 'cancel' ? { kind, jobId } : { kind: 'due' };
};

/**
 * Hints between processes over PostgreSQL's NOTIFY. A hint may get lost, so every receiver also looks by itself
 * from time to time; and it is sent after the commit on a connection of its own, because a NOTIFY inside a
 * transaction makes all committing transactions wait for one lock.
 */
@Injectable()
export class JobSignals implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly pending = new Set<string>();
  private sending: Promise<void> | undefined;
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly dataSource: DataSource) {}

  due(): void {
    this.send('due');
  }

  changed({ id }: Pick<JobRef, 'id'>): void {
    this.send(`changed ${id}`);
  }

  cancel({ id }: Pick<JobRef, 'id'>): void {
    this.send(`cancel ${id}`);
  }

  /** @returns a function that ends the listening */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.client && !this.retry && !this.closed) void this.connect();
    return () => {
      this.listeners.delete(listener);
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.sending;
    await this.client?.end().catch(() => undefined);
  }

  // Many commits in one moment become one round trip: the same hint is sent once.
  private send(text: string): void {
    if (this.closed) return;
    this.pending.add(text);
    this.sending ??= this.flush().finally(() => (this.sending = undefined));
  }

  private async flush(): Promise<void> {
    while (this.pending.size > 0) {
      const texts = [...this.pending];
      this.pending.clear();
      await this.dataSource.query(`SELECT pg_notify($1, text) FROM unnest($2::text[]) AS text`, [CHANNEL, texts]).catch(() => undefined);
    }
  }

  private async connect(): Promise<void> {
    const { url } = this.dataSource.options as { readonly url?: string };
    const client = new pg.Client({ connectionString: url, application_name: 'jari jobs', keepAlive: true });
    this.client = client;
    const lost = (): void => {
      if (this.client !== client) return;
      this.client = undefined;
      client.removeAllListeners('notification');
      void client.end().catch(() => undefined);
      if (!this.closed) this.retry = setTimeout(() => this.reconnect(), RECONNECT_MS);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload = '' }) => this.tell(parse(payload)));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.tell({ kind: 'listening' });
    } catch {
      lost();
    }
  }

  private reconnect(): void {
    this.retry = undefined;
    void this.connect();
  }

  private tell(signal: JobSignal): void {
    for (const listener of [...this.listeners]) listener(signal);
  }
}
