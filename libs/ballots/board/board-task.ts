import {
  checkDecryptionShare, combineShares, decideResult, openSpec, verifyBallots, verifyBoard,
  type BallotFault, type BallotToVerify, type Board, type DecryptionShare, type OpenSpec, type Result, type ShareFault,
} from '#ballot-box';

/** Is a ballot well made? Null for one that is. */
export interface ProofTask {
  readonly kind: 'PROOFS';
  /** The canonical specification. */
  readonly specification: string;
  readonly ballots: readonly BallotToVerify[];
}

/** What do these shares say of a closed board? */
export interface CountTask {
  readonly kind: 'COUNT';
  readonly board: Board;
  readonly shares: readonly DecryptionShare[];
  /** Of each trustee in the order of the list, null where withheld. */
  readonly lotNonces: readonly (string | null)[];
}

export interface CountAnswer {
  /** What is wrong with each share, in their order; null = it is right. */
  readonly faults: readonly (ShareFault | null)[];
  /** As soon as enough of them are right. */
  readonly result: Result | null;
}

/** Plain data, so that it can be sent to a thread. */
export type BoardTask = ProofTask | CountTask;
export interface BoardAnswers { readonly PROOFS: readonly (BallotFault | null)[]; readonly COUNT: CountAnswer }

let last: { readonly text: string; readonly open: OpenSpec } | undefined;

/** A specification is opened once as long as no other one comes between. */
const checkProofs = ({ specification, ballots }: ProofTask): BoardAnswers['PROOFS'] => {
  if (last?.text !== specification) last = { text: specification, open: openSpec(JSON.parse(specification)) };
  return verifyBallots(last.open.setting, ballots);
};

/** Recounts the whole board first, as a stranger would. @throws Error when the board does not hold */
const count = async ({ board, shares, lotNonces }: CountTask): Promise<CountAnswer> => {
  const { holds, aggregate, findings } = await verifyBoard(board, { stage: 'closed' });
  if (!holds || aggregate === null) throw new Error(`The board does not hold: ${findings.find(({ fault }) => fault !== null)?.fault?.code ?? 'nobody voted'}`);
  const open = openSpec(board.spec);
  const { group } = open.setting;
  const faults = shares.map((share) => {
    const keys = open.spec.trustees[share.trustee - 1];
    return keys === undefined ? 'MALFORMED' : checkDecryptionShare(group, aggregate, share, keys);
  });
  const right = shares.filter((_, at) => faults[at] === null);
  if (right.length < open.spec.k) return { faults, result: null };
  return { faults, result: decideResult(open, aggregate.counted, combineShares(group, aggregate, right, open.spec.k), open.spec.tieRule === 'lot' ? lotNonces : null) };
};

export const doBoardTask = async (task: BoardTask): Promise<BoardAnswers[BoardTask['kind']]> => (task.kind === 'PROOFS' ? checkProofs(task) : count(task));
