import { ballotHashOf, type BallotContent } from '../ballot/content.js';
import { hash32, integer, literal, nullable, object, signature64, type Read } from '../encoding/reader.js';
import { hashOf } from '../hashing/hash.js';
import { isSignedBy, sign, type SigningKey } from '../signatures/signed.js';

/** What the voter signs: which content, as which revision of their vote, after which one. */
export const envelopeRecord = object({
  format: literal('jari-envelope/1'),
  electionId: hash32,
  credential: hash32,
  /** From 1, one more with each vote. */
  revision: integer(1, 1_000_000),
  /** Tracker of the revision before; null for the first. */
  previousTracker: nullable(hash32),
  ballotHash: hash32,
  signature: signature64,
});
export type Envelope = Read<typeof envelopeRecord>;

/** @throws Malformed */
export const readEnvelope = (value: unknown): Envelope => envelopeRecord(value, '');

/** SHA-256 of the canonical envelope with its signature. Names one cast for ever. */
export const trackerOf = (envelope: Envelope): string => hashOf(envelope);

export interface CastInput {
  readonly electionId: string;
  readonly content: BallotContent;
  readonly revision: number;
  readonly previousTracker: string | null;
}

export const signEnvelope = ({ electionId, content, revision, previousTracker }: CastInput, credential: SigningKey): Envelope =>
  sign('envelope', { format: 'jari-envelope/1' as const, electionId, credential: credential.publicKey, revision, previousTracker, ballotHash: ballotHashOf(content) }, credential);

export const isEnvelopeSigned = (envelope: Envelope): boolean => isSignedBy('envelope', envelope, envelope.credential);

/** "This hash was tested": posted before the randomness is shown; a ballot with this hash never counts for the slot. */
export const testRecord = object({
  format: literal('jari-test/1'),
  electionId: hash32,
  credential: hash32,
  ballotHash: hash32,
  signature: signature64,
});
export type TestNotice = Read<typeof testRecord>;

/** @throws Malformed */
export const readTestNotice = (value: unknown): TestNotice => testRecord(value, '');

export const signTestNotice = (electionId: string, content: BallotContent, credential: SigningKey): TestNotice =>
  sign('test', { format: 'jari-test/1' as const, electionId, credential: credential.publicKey, ballotHash: ballotHashOf(content) }, credential);

export const isTestNoticeSigned = (notice: TestNotice): boolean => isSignedBy('test', notice, notice.credential);
