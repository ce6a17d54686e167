import { canonicalJson } from '../encoding/canonical-json.js';
import { anyJson, hash32, integer, literal, object, type Read, type Reader } from '../encoding/reader.js';
import { Malformed } from '../encoding/malformed.js';
import { hashOf } from '../hashing/hash.js';
import { envelopeRecord, testRecord } from './envelope.js';
import { REJECTION_REASONS } from './rejection.js';
import { reissueRecord } from './registrar.js';

const chained = { index: integer(1), previous: hash32, hash: hash32 };
const intakeIndex = integer(1);
/** A board holds entries, an entry its content: what is nested deeper than is left from here could never stand on a board. */
const CONTENT_DEPTH = 3;
const content = anyJson(CONTENT_DEPTH);

const ballotEntry = object({ ...chained, type: literal('ballot'), intakeIndex, envelope: envelopeRecord, content });
const rejectedEntry = object({ ...chained, type: literal('rejected'), intakeIndex, envelope: envelopeRecord, content, reason: literal(...REJECTION_REASONS) });
const testedEntry = object({ ...chained, type: literal('tested'), intakeIndex, test: testRecord });
const reissuedEntry = object({ ...chained, type: literal('reissued'), reissue: reissueRecord });

export type BallotEntry = Read<typeof ballotEntry>;
export type RejectedEntry = Read<typeof rejectedEntry>;
export type TestedEntry = Read<typeof testedEntry>;
export type ReissuedEntry = Read<typeof reissuedEntry>;
/** What stands on the board: a vote, a refused one with its whole content, a test, or a credential replaced. */
export type Entry = BallotEntry | RejectedEntry | TestedEntry | ReissuedEntry;

type Unchained<E> = E extends Entry ? Omit<E, keyof typeof chained> : never;
export type EntryInput = Unchained<Entry>;

const READERS: Readonly<Record<Entry['type'], Reader<Entry>>> = { ballot: ballotEntry, rejected: rejectedEntry, tested: testedEntry, reissued: reissuedEntry };

/** @throws Malformed */
export function readEntry(value: unknown, at: string): Entry {
  const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(READERS, type)) throw new Malformed(`${at}.type`, 'not one of the known values');
  return READERS[type as Entry['type']](value, at);
}

/** More than twice the largest ballot (twelve options, strict ranking, P-256): what is larger only fills the public board. */
const MOST_CONTENT = 262_144;

/** Canonical text of a content that an intake takes. @throws Malformed when it is too large or could not stand on a board */
export function contentText(value: unknown): string {
  const text = canonicalJson(value, 'content', CONTENT_DEPTH);
  if (text.length > MOST_CONTENT) throw new Malformed('content', 'too large');
  return text;
}

/** SHA-256 of the canonical entry without its own hash. */
export const entryHashOf = (entry: Omit<Entry, 'hash'>): string => hashOf({ ...entry, hash: undefined });

/** Where the board stands: the last entry's hash, or the electionId before the first. */
export interface ChainHead {
  readonly head: string;
  readonly entries: number;
}

/** Chains an entry behind the head. */
export function chainEntry<E extends EntryInput>({ head, entries }: ChainHead, input: E): E & { readonly index: number; readonly previous: string; readonly hash: string } {
  const entry = { ...input, index: entries + 1, previous: head };
  return { ...entry, hash: hashOf(entry) };
}
