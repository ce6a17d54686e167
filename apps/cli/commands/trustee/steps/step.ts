import type { CommandIo } from '../../../command.js';
import type { Office } from '../../../own-machine/office/office.js';
import type { Words } from '../../../own-machine/problems.js';
import type { Compared } from '../compared.js';
import type { BallotDrawer, TrusteeHome } from '../trustee-home.js';

/** What a step works with. */
export interface Work {
  readonly home: TrusteeHome;
  readonly drawer: BallotDrawer;
  readonly office: Office;
  readonly compared: Compared;
  /** This machine's clock. */
  readonly now: () => Date;
  readonly acceptBuiltIn: boolean;
  /** Threads for the proofs of a board. */
  readonly threads: number | undefined;
  /** Files or folders of receipts that voters have handed to this trustee; the board must honour each. */
  readonly receipts: readonly string[];
  readonly io: CommandIo;
}

/**
 * `done`: something was said just now; `settled`: this trustee has said all there is to say in this step, and the step is over;
 * `waiting`: for others, or for a time.
 */
export interface Outcome {
  readonly state: 'done' | 'settled' | 'waiting';
  readonly words: Words;
}

/** One thing that a trustee does. @throws Refused and its kin, or what the protocol's own code throws */
export type Step = (work: Work) => Promise<Outcome>;

export const done = (ko: string, en: string): Outcome => ({ state: 'done', words: { ko, en } });
export const settled = (ko: string, en: string): Outcome => ({ state: 'settled', words: { ko, en } });
export const waiting = (ko: string, en: string): Outcome => ({ state: 'waiting', words: { ko, en } });
