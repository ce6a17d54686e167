import { createHash } from 'node:crypto';
import { contentText, Malformed, readEnvelope, trackerOf, type Envelope } from '#ballot-box';
import { refuseIfFaulty } from '#platform';

/** As it came over the wire. */
export interface CastInput {
  readonly envelope: unknown;
  readonly content: unknown;
}

/** One cast, decoded. */
export interface Cast {
  readonly employeeId: string;
  readonly envelope: Envelope;
  /** Names the cast for ever. */
  readonly tracker: string;
  /** Canonical JSON of the encrypted ballot. */
  readonly content: string;
  /** What the envelope has to have signed: SHA-256 of the content. */
  readonly contentHash: string;
}

/** What cannot be decoded is refused by its place; nothing of it is repeated. @throws JariError VALIDATION_FAILED */
export const decoded = <T>(path: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    refuseIfFaulty([{ path, code: 'BALLOT_MALFORMED' }]);
    throw error;
  }
};

/** @throws JariError VALIDATION_FAILED */
export const readCast = (employeeId: string, input: CastInput): Cast => {
  const envelope = decoded('envelope', () => readEnvelope(input.envelope));
  const content = decoded('content', () => contentText(input.content));
  return { employeeId, envelope, tracker: trackerOf(envelope), content, contentHash: createHash('sha256').update(content).digest('base64url') };
};
