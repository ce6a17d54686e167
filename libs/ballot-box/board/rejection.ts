/**
 * Why something that intake committed does not count. The first five lie in the envelope: it is then no revision of any
 * vote. The last four lie in the content: the revision is used up, and the one before counts on.
 */
export const ENVELOPE_REASONS = ['WRONG_ELECTION', 'UNKNOWN_CREDENTIAL', 'REPLACED_CREDENTIAL', 'BAD_SIGNATURE', 'WRONG_REVISION'] as const;
export const CONTENT_REASONS = ['WRONG_CONTENT', 'TESTED_BEFORE', 'MALFORMED', 'BAD_PROOF'] as const;
export const REJECTION_REASONS = [...ENVELOPE_REASONS, ...CONTENT_REASONS] as const;

export type EnvelopeReason = (typeof ENVELOPE_REASONS)[number];
export type ContentReason = (typeof CONTENT_REASONS)[number];
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const isContentReason = (reason: RejectionReason): reason is ContentReason => CONTENT_REASONS.some((one) => one === reason);
