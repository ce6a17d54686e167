import type { Board, OpenSpec, Receipt, SigningKey } from '#ballot-box';
import type { EncryptedVote } from './booth-task.js';
import type { ElectionPlan } from './election-plan.js';
import type { PlannedVote } from './vote-plan.js';

/** From the fixed specification on. */
export interface Opened {
  readonly open: OpenSpec;
  /** Employee number, or NOTA, → its number on the ballot. */
  readonly options: ReadonlyMap<string, number>;
  /** Employee number → credential, as each voter has it on paper. */
  readonly letters: ReadonlyMap<string, SigningKey>;
  /** What the voters' machines make ready. */
  readonly encrypted: ReadonlyMap<PlannedVote, Promise<EncryptedVote>>;
}

export interface Decision {
  readonly kind: 'COUNTERSIGNED' | 'DEVIATED';
  readonly appointed: string;
  readonly reason: string | null;
}

/** A ballot under way: the plan, and what has come of it. */
export interface Election {
  readonly plan: ElectionPlan;
  id: string;
  opened: Opened | null;
  readonly receipts: Receipt[];
  nominated: number;
  objections: number;
  /** Attempts that intake refused at the door. */
  turnedAway: number;
  turnout: { readonly eligible: number; readonly cast: number } | null;
  /** As published, counted. */
  board: Board | null;
  decision: Decision | null;
}

export const newElection = (plan: ElectionPlan): Election =>
  ({ plan, id: '', opened: null, receipts: [], nominated: 0, objections: 0, turnedAway: 0, turnout: null, board: null, decision: null });

/** @throws Error when the specification is not fixed yet */
export const openedOf = ({ opened, plan }: Election): Opened => {
  if (opened === null) throw new Error(`The ballot on ${plan.position} is not prepared`);
  return opened;
};

/** @throws Error before the count */
export const countedBoard = ({ board, plan }: Election): Board => {
  if (board === null) throw new Error(`The ballot on ${plan.position} is not counted`);
  return board;
};
