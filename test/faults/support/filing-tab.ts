import { until } from '../../e2e/jobs/support/until.js';
import { chance } from '../../support/made-up-requests.js';
import type { Client } from '../../support/test-app.js';

export interface FilingPerson {
  readonly employeeId: string;
  /** Posts they may wish for. */
  readonly posts: readonly string[];
  readonly client: Client;
}

export interface SentWish {
  readonly positionId: string;
  readonly reasonCode: string;
  readonly reasonText: string;
}

/** One request to save a list, whatever became of it. */
export interface Attempt {
  readonly employeeId: string;
  /** The version it builds on; when it took effect it made the next one. */
  readonly base: number;
  readonly file: boolean;
  readonly wishes: readonly SentWish[];
  /** The answer was a success. */
  acknowledged: boolean;
}

interface Head {
  readonly version: number;
}

const PATIENCE_MS = 30_000;

/**
 * A browser tab whose owner saves and files without end. It does what any client does: when no answer comes it tries the same
 * again once the server is back, and when somebody was quicker it reads the list and goes on from there.
 */
export class FilingTab {
  readonly attempts: Attempt[] = [];
  readonly failures: string[] = [];
  acknowledged = 0;
  interrupted = 0;
  private readonly random: () => number;
  private version: number | undefined;
  private stopped = false;

  constructor(private readonly person: FilingPerson, private readonly name: string, private readonly isServerBack: () => Promise<boolean>) {
    this.random = chance(`${person.client.accountId}/${name}`);
  }

  /** Resolves after `stop`, or when it met an answer that should not exist. */
  async run(): Promise<void> {
    while (!this.stopped && this.failures.length === 0) {
      try {
        this.version ??= await this.read();
        if (this.version !== undefined) await this.save(this.version);
      } catch (error) {
        this.failures.push(String(error));
      }
    }
  }

  stop(): void {
    this.stopped = true;
  }

  private async read(): Promise<number | undefined> {
    return (await this.send<Head>('GET'))?.version;
  }

  private async save(base: number): Promise<void> {
    const file = this.random() < 0.5;
    const wishes = this.compose();
    for (;;) {
      const attempt: Attempt = { employeeId: this.person.employeeId, base, file, wishes, acknowledged: false };
      this.attempts.push(attempt);
      const head = await this.send<Head>('PUT', { version: base, file, wishes });
      if (head !== undefined) {
        if (head.version !== base + 1) this.failures.push(`version ${head.version} after ${base}`);
        attempt.acknowledged = true;
        this.acknowledged += 1;
        // Every other time the page is loaded anew; without that the other tab, which has to read first, would always come too late.
        this.version = this.random() < 0.5 ? head.version : undefined;
        return;
      }
      if (this.version === undefined || this.stopped || this.failures.length > 0) return;
    }
  }

  private compose(): SentWish[] {
    const posts = [...this.person.posts];
    const text = `${this.name}/${this.attempts.length}`;
    return Array.from({ length: 1 + Math.floor(this.random() * 5) }, () => ({
      positionId: posts.splice(Math.floor(this.random() * posts.length), 1)[0] ?? '', reasonCode: 'EXPERTISE', reasonText: text,
    }));
  }

  /** @returns undefined when the same can be tried again; `version` is forgotten when it has to be read first */
  private async send<T>(method: 'GET' | 'PUT', body?: object): Promise<T | undefined> {
    const answer = await this.person.client
      .fetch<T>('/api/me/wish-list', {
        method, signal: AbortSignal.timeout(PATIENCE_MS), ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      .catch((error: unknown) => (error instanceof Error && error.name === 'TimeoutError' ? Promise.reject(error) : undefined));
    if (answer?.status === 200) return answer.body;
    if (answer === undefined || answer.status === 503) {
      this.interrupted += 1;
      await until(this.isServerBack, PATIENCE_MS);
      return undefined;
    }
    this.version = undefined;
    if (answer.status !== 409) this.failures.push(`${method} ${answer.status} ${answer.text}`);
    return undefined;
  }
}
