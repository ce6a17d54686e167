/** What a notice tells; the text is the message `notice.KIND`. */
export const NOTICE_KINDS = [
  'ROUND_NOTICED', 'ROUND_OPENED', 'ROUND_CLOSED', 'ROUND_ADVANCED', 'ROUND_WENT_BACK', 'ROUND_CANCELLED',
  'POST_CHANGED', 'WISHES_REOPENED', 'WISHES_AMENDED', 'FACTS_SETTLED', 'WAIVER_DECIDED',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
