/** Whom a notice is for: everybody on the roll alike, whether they have voted or not; the trustees; an office. */
export type NoticeAudience = 'VOTERS' | 'TRUSTEES' | 'AUDITOR' | 'MAYOR';

/** What a notice tells and whom; the text is the message `ballotNotice.KIND`. */
export const BALLOT_NOTICES = {
  BALLOT_OPENED: 'VOTERS',
  BALLOT_CLOSES_SOON: 'VOTERS',
  BALLOT_TALLIED: 'VOTERS',
  BALLOT_FAILED: 'VOTERS',
  BALLOT_CANCELLED: 'VOTERS',
  KEYS_DUE: 'TRUSTEES',
  KEYGEN_DUE: 'TRUSTEES',
  SPECIFICATION_DUE: 'TRUSTEES',
  ENDORSEMENT_DUE: 'TRUSTEES',
  SHARE_DUE: 'TRUSTEES',
  CREDENTIALS_DUE: 'AUDITOR',
  DECISION_DUE: 'MAYOR',
} as const satisfies Readonly<Record<string, NoticeAudience>>;

export type BallotNoticeKind = keyof typeof BALLOT_NOTICES;
