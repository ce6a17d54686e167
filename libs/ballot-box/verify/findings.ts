/** Every check, in the order in which they run. */
export const CHECKS = [
  'format', 'specification', 'credentials', 'registrar', 'trustee-keys', 'trustee-signatures', 'chain', 'close', 'intake',
  'reissues', 'tests', 'envelopes', 'revisions', 'proofs', 'rejections', 'counted', 'endorsements', 'shares', 'result', 'receipts',
] as const;
export type CheckName = (typeof CHECKS)[number];

export type BoardFaultCode =
  | 'MALFORMED'
  | 'CREDENTIAL_COUNT' | 'CREDENTIAL_LIST' | 'CREDENTIAL_TWICE'
  | 'REGISTRAR_SIGNATURE'
  | 'TRUSTEE_KEYS'
  | 'TRUSTEE_SIGNATURE' | 'TRUSTEE_TWICE' | 'TOO_FEW_SIGNATURES'
  | 'ENTRY_PLACE' | 'ENTRY_PREVIOUS' | 'ENTRY_HASH'
  | 'NOT_CLOSED' | 'CLOSE_SIGNATURE' | 'CLOSE_ELECTION' | 'CLOSE_ENTRIES' | 'CLOSE_HEAD' | 'CLOSE_TOO_EARLY'
  | 'INTAKE_TWICE' | 'INTAKE_MISSING' | 'INTAKE_BEYOND'
  | 'REISSUE_SIGNATURE' | 'REISSUE_ELECTION' | 'REISSUE_SLOT' | 'REISSUE_KEY' | 'REISSUE_ORDER'
  | 'TEST_INVALID'
  | 'ENVELOPE_INVALID'
  | 'REVISION'
  | 'PROOF'
  | 'REJECTION_UNFOUNDED'
  | 'ENDORSEMENT_SIGNATURE' | 'ENDORSEMENT_OTHER' | 'ENDORSEMENTS_DISAGREE' | 'TOO_FEW_ENDORSEMENTS' | 'ENDORSED_UNDER_THRESHOLD'
  | 'SHARE_INVALID' | 'TOO_FEW_SHARES' | 'SHARES_WITHOUT_ENDORSEMENT'
  | 'NO_RESULT' | 'RESULT_DIFFERS' | 'UNDECIDABLE_TOTALS'
  | 'RECEIPT_MALFORMED' | 'RECEIPT_SIGNATURE' | 'RECEIPT_ELECTION' | 'RECEIPT_DROPPED' | 'RECEIPT_HEAD';

/** What does not hold. `params` name the entry, trustee, slot or receipt, never content. */
export interface BoardFault {
  readonly code: BoardFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One check: how many things it looked at, and what does not hold; null in both when it was not reached. */
export interface Finding {
  readonly check: CheckName;
  readonly count: number | null;
  readonly fault: BoardFault | null;
}

/** Thrown inside a check at the first thing that does not hold. */
export class DoesNotHold extends Error {
  constructor(readonly fault: BoardFault) {
    super(fault.code);
    this.name = 'DoesNotHold';
  }
}

export function fail(code: BoardFaultCode, params: BoardFault['params'] = {}): never {
  throw new DoesNotHold({ code, params });
}

/** What a check looked at, and how many things that were. */
export interface Checked<T> {
  readonly count: number;
  readonly value: T;
}

export const checked = <T>(count: number, value: T): Checked<T> => ({ count, value });
