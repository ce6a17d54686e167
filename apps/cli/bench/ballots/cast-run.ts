import { trackerOf, type Envelope } from '#ballot-box';
import { signNatively } from '#ballots';
import { Connection } from '../load/connection.js';
import { percentile } from '../load/percentile.js';
import type { CastResult, CastTask, LoadVoter } from './cast-task.js';

interface Signed {
  readonly body: string;
  readonly revision: number;
  readonly tracker: string;
}

/** One voter, who casts one revision after the other. */
class Caster {
  private readonly signed: Signed[] = [];
  /** The last one that was signed, sent or not. */
  private tip: Pick<LoadVoter, 'revision' | 'tracker'>;
  acknowledged: Pick<LoadVoter, 'revision' | 'tracker'>;

  constructor(private readonly task: CastTask, readonly voter: LoadVoter) {
    this.tip = this.acknowledged = { revision: voter.revision, tracker: voter.tracker };
    for (let ahead = 0; ahead < task.signedAhead; ahead += 1) this.signed.push(this.sign());
  }

  next(): Signed {
    return this.signed.shift() ?? this.sign();
  }

  private sign(): Signed {
    const { electionId, contents } = this.task;
    const { secret, publicKey, slot } = this.voter;
    const content = contents[slot % contents.length];
    if (content === undefined) throw new RangeError('no ballot to cast');
    const revision = this.tip.revision + 1;
    const envelope: Envelope = signNatively('envelope', {
      format: 'jari-envelope/1' as const, electionId, credential: publicKey, revision, previousTracker: this.tip.tracker, ballotHash: content.ballotHash,
    }, { secret, publicKey });
    this.tip = { revision, tracker: trackerOf(envelope) };
    return { body: `{"envelope":${JSON.stringify(envelope)},"content":${content.text}}`, revision, tracker: trackerOf(envelope) };
  }
}

/** Sends casts. An answer that is no receipt ends the run: no figure would mean anything. */
export const runCasts = async (task: CastTask): Promise<CastResult> => {
  const casters = task.voters.map((voter) => new Caster(task, voter));
  const idle = [...casters];
  const latencies: number[] = [];
  const from = performance.now() + task.warmMs;
  const end = from + task.measureMs;
  let receipts = 0;
  const cast = async (connection: Connection, caster: Caster): Promise<void> => {
    const { body, revision, tracker } = caster.next();
    const path = task.path.replace('{slot}', String(caster.voter.slot)).replace('{employee}', caster.voter.employeeId);
    const sent = performance.now();
    const answer = await connection.request('POST', path, caster.voter.cookie, body);
    const answered = performance.now();
    if (answer.status !== 201 || !answer.body.includes('"intakeIndex":')) throw new Error(`a cast was answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    caster.acknowledged = { revision, tracker };
    receipts += 1;
    if (answered >= from && answered < end) latencies.push(answered - sent);
  };
  const lane = async (): Promise<void> => {
    const connection = await Connection.open(task.port);
    while (performance.now() < end) {
      const caster = idle.shift();
      if (caster === undefined) throw new Error('More connections than voters');
      await cast(connection, caster);
      idle.push(caster);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: task.connections }, lane));
  return {
    rps: latencies.length / (task.measureMs / 1000), p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), receipts,
    voters: casters.map(({ acknowledged }) => acknowledged),
  };
};
