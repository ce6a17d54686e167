import { shareRecord } from '../decryption/decryption-share.js';
import { canonicalJson } from '../encoding/canonical-json.js';
import { list, literal, nullable, object, type Read } from '../encoding/reader.js';
import { signingKeyText } from '../signatures/signed.js';
import { readEntry } from './entry.js';
import { resultRecord } from './result.js';
import { specRecord } from './spec-record.js';
import { closeRecord, endorsementRecord, specSignatureRecord } from './statements.js';

const MOST = 1_000_000;

const boardRecord = object({
  format: literal('jari-board/1'),
  spec: specRecord,
  specSignatures: list(specSignatureRecord, { max: 25 }),
  /** Voters' public keys; the place in this list, from 1, is the slot. */
  credentials: list(signingKeyText, { max: MOST }),
  entries: list(readEntry, { max: MOST }),
  /** null while the ballot is open. */
  close: nullable(closeRecord),
  endorsements: list(endorsementRecord, { max: 100 }),
  shares: list(shareRecord, { max: 25 }),
  result: nullable(resultRecord),
});
/** Everything that is published about one election. */
export type Board = Read<typeof boardRecord>;

/** @throws Malformed with the place, `entries[16].envelope.signature` for entry 17 */
export const readBoard = (value: unknown): Board => boardRecord(value, '');

/** The file: canonical JSON and a line feed. */
export const writeBoard = (board: Board): string => `${canonicalJson(board)}\n`;
