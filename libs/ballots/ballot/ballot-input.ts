import type { GroupName } from '#ballot-box';
import type { Fault } from '#contracts';
import { koreanDate, refuseIfFaulty } from '#platform';
import type { TieRule } from '#tally';
import { tieFaults, type BallotMethod } from './ballot-method.js';

/** Who issues the voters' credentials: the product itself, or the audit office on a machine of its own. */
export const CREDENTIAL_MODES = ['BUILT_IN', 'SEPARATE'] as const;
export type CredentialMode = (typeof CREDENTIAL_MODES)[number];

/** Fewer ballots than these are never decrypted, because a total would say too much of each. */
export const LEAST_MINIMUM_CAST = 5;
export const DEFAULT_MINIMUM_CAST = 10;

/** Five trustees, three of whom decrypt. */
export const DEFAULT_THRESHOLD = 3;

/** One working day, in which voters hold their receipts against the board. */
export const DEFAULT_CHECKING_SECONDS = 86_400;

/** What HR decides about a ballot before it is announced. */
export interface BallotInput {
  readonly name: string;
  readonly positionId: string;
  readonly effectiveOn: string;
  /** null = the default by the number of options. */
  readonly method: BallotMethod | null;
  readonly tiesAllowed: boolean;
  readonly tieRule: TieRule;
  readonly quorum: number;
  readonly minimumCast: number;
  readonly nominationsUntil: Date;
  readonly appealsUntil: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly checkingSeconds: number;
  readonly credentialMode: CredentialMode;
  readonly cryptoGroup: GroupName;
  readonly threshold: number;
  readonly replacesBallotId: string | null;
}

/** @throws JariError VALIDATION_FAILED with everything that does not go together */
export const requireSound = ({ nominationsUntil, appealsUntil, opensAt, closesAt, effectiveOn, method, tiesAllowed }: BallotInput): void => {
  const faults: Fault[] = [...tieFaults(method, tiesAllowed)];
  const disordered = (path: string): void => void faults.push({ path, code: 'BALLOT_DATES_DISORDERED' });
  if (nominationsUntil >= opensAt) disordered('nominationsUntil');
  if (appealsUntil >= opensAt) disordered('appealsUntil');
  if (closesAt <= opensAt) disordered('closesAt');
  if (effectiveOn <= koreanDate(closesAt)) disordered('effectiveOn');
  refuseIfFaulty(faults);
};
