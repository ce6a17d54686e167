import type { BoardFault } from '../verify/findings.js';

export type TrusteeRefusal =
  | 'NOT_MY_KEYS'
  | 'NOT_MY_SHARE'
  | 'OTHER_TRANSCRIPT'
  | 'NOT_MY_COMMITMENT'
  | 'OTHER_REGISTRAR'
  | 'SETUP_FAULT'
  | 'BOARD_FAULT'
  | 'CHECKING_PERIOD'
  | 'UNDER_THRESHOLD'
  | 'ENDORSED_ANOTHER'
  | 'NOT_ENDORSED'
  | 'ENDORSEMENT_INVALID'
  | 'ENDORSEMENTS_DISAGREE'
  | 'TOO_FEW_ENDORSEMENTS';

/** A trustee's tool will not do what it was asked; `fault` says what does not hold, where that is the reason. */
export class TrusteeRefuses extends Error {
  constructor(readonly code: TrusteeRefusal, readonly fault: BoardFault | null = null) {
    super(fault === null ? code : `${code}: ${fault.code}`);
    this.name = 'TrusteeRefuses';
  }
}
