import { encryptBallot, openSpec, type BallotContent, type Choice, type Opening, type OpenSpec } from '#ballot-box';

/** Plain data, so that it can be sent to a thread. */
export interface BoothTask {
  readonly spec: OpenSpec['spec'];
  /** Of the voter, base64url. */
  readonly publicKey: string;
  readonly choice: Choice;
}

export interface EncryptedVote {
  readonly content: BallotContent;
  /** Stays with the voter. */
  readonly opening: Opening;
}

const opened = new Map<string, OpenSpec>();

/** What the voter's browser does; a specification is opened once. */
export const encryptVote = async ({ spec, publicKey, choice }: BoothTask): Promise<EncryptedVote> => {
  const open = opened.get(spec.ballotId) ?? openSpec(spec);
  opened.set(spec.ballotId, open);
  return encryptBallot(open.setting, publicKey, choice);
};
