import { openSpec, verifyBallots, type BallotFault, type BallotToVerify, type OpenSpec } from '#ballot-box';

/** Plain data, so that it can be sent to a thread. */
export interface ProofTask {
  /** The canonical specification. */
  readonly specification: string;
  readonly ballots: readonly BallotToVerify[];
}

let last: { readonly text: string; readonly open: OpenSpec } | undefined;

/** Null for each ballot that is valid. A specification is opened once as long as no other one comes between. */
export const checkProofs = ({ specification, ballots }: ProofTask): (BallotFault | null)[] => {
  if (last?.text !== specification) last = { text: specification, open: openSpec(JSON.parse(specification)) };
  return verifyBallots(last.open.setting, ballots);
};
