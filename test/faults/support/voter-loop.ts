import type { Envelope, Receipt } from '#ballot-box';
import type { PlayedElection } from '../../../libs/ballot-box/testing/index.js';
import { chance } from '../../support/made-up-requests.js';
import type { Client } from '../../support/test-app.js';

const PATIENCE_MS = 300_000;

interface Sent {
  readonly envelope: Envelope;
  readonly content: object;
}

/**
 * A voter who votes again and again. The booth does what it has to: without an answer it sends the same envelope again until it
 * has a receipt. Now and then it sends one twice at the same moment, or one that it has a receipt for already.
 */
export class VoterLoop {
  readonly receipts: Receipt[] = [];
  readonly failures: string[] = [];
  /** Requests that a kill left without an answer, or with 503. */
  interrupted = 0;
  /** Requests beyond the first for an envelope that got a receipt. */
  repeated = 0;
  private readonly random: () => number;
  private last: Sent | undefined;

  constructor(
    private readonly election: PlayedElection,
    private readonly slot: number,
    private readonly client: Client,
    private readonly untilServerIsBack: () => Promise<void>,
  ) {
    this.random = chance(`voter-loop/${slot}`);
  }

  /** One more revision, until its receipt is there. */
  async castNext(): Promise<void> {
    const { election, slot } = this;
    const sent = election.prepare(slot, [[this.random() < 0.5 ? 0 : 1]]);
    const [receipt, again] = await Promise.all([this.untilReceipt(sent), this.random() < 0.2 ? this.untilReceipt(sent) : undefined]);
    if (again !== undefined) this.compare(receipt, again);
    this.receipts.push(receipt);
    const { revision, tracker } = receipt;
    if (this.last !== undefined && this.random() < 0.2) this.compare(this.receipts.at(-2)!, await this.untilReceipt(this.last));
    this.last = sent;
    Object.assign(election.voter(slot), { revision, tracker });
  }

  private compare(first: Receipt, second: Receipt): void {
    this.repeated += 1;
    if (JSON.stringify(first) !== JSON.stringify(second)) this.failures.push(`slot ${this.slot}: one envelope, two receipts`);
  }

  private async untilReceipt({ envelope, content }: Sent): Promise<Receipt> {
    for (;;) {
      const answer = await this.client
        .fetch<Receipt>(`/api/me/ballots/${this.election.open.spec.ballotId}/votes`, {
          method: 'POST', body: JSON.stringify({ envelope, content }), headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS),
        })
        .catch((error: unknown) => (error instanceof Error && error.name === 'TimeoutError' ? Promise.reject(error) : undefined));
      if (answer?.status === 201) return answer.body;
      if (answer !== undefined && answer.status !== 503) {
        this.failures.push(`slot ${this.slot}: ${answer.status} ${answer.text}`);
        throw new Error(this.failures.at(-1));
      }
      this.interrupted += 1;
      await this.untilServerIsBack();
    }
  }
}
