import { countedBoard, openedOf, type Election } from '../ballots/election.js';

/** A ballot as `summary.json` has it. */
export interface BallotFigures {
  readonly position: string;
  /** On the roll. */
  readonly eligible: number;
  /** Voters who took part. */
  readonly cast: number;
  /** Votes on the board that replaced an earlier one of the same voter. */
  readonly revisions: number;
  /** Entries of the board that count for nobody. */
  readonly rejected: number;
  readonly method: string;
  readonly outcome: string;
  /** By name; null = nobody. */
  readonly winner: string | null;
  readonly electionId: string;
}

/** @throws Error when the board does not agree with the turnout, or before the count */
export const ballotFigures = (election: Election): BallotFigures => {
  const { spec, entries, result } = countedBoard(election);
  const { turnout, plan } = election;
  const votes = entries.filter(({ type }) => type === 'ballot').length;
  if (turnout === null || result === null || result.counted !== turnout.cast) throw new Error(`The board on ${plan.position} does not agree with the turnout`);
  const winner = result.outcome === 'ELECTED' ? result.winners[0] : result.tie?.chosen;
  return {
    position: plan.position, eligible: turnout.eligible, cast: turnout.cast, revisions: votes - result.counted, rejected: entries.filter(({ type }) => type === 'rejected').length,
    method: spec.method, outcome: result.outcome, winner: spec.options.find(({ id }) => id === winner)?.name.ko ?? null, electionId: openedOf(election).open.electionId,
  };
};
