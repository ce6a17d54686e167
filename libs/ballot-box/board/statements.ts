import { hash32, instant, integer, literal, object, signature64, type Read } from '../encoding/reader.js';
import { MOST_TRUSTEES } from '../keygen/setup.js';
import { isSignedBy, sign, type SigningKey } from '../signatures/signed.js';

/** Given after the commit, signed with the board key: with it a voter can prove that a ballot was dropped. It holds no choice. */
export const receiptRecord = object({
  format: literal('jari-receipt/1'),
  electionId: hash32,
  credential: hash32,
  revision: integer(1, 1_000_000),
  ballotHash: hash32,
  tracker: hash32,
  intakeIndex: integer(1),
  /** A head of the board at that time, so that a fork shows. */
  boardHead: hash32,
  signature: signature64,
});
export type Receipt = Read<typeof receiptRecord>;
export const signReceipt = (values: Omit<Receipt, 'format' | 'signature'>, boardKey: SigningKey): Receipt => sign('receipt', { format: 'jari-receipt/1' as const, ...values }, boardKey);
/** @throws Malformed */
export const readReceipt = (value: unknown): Receipt => receiptRecord(value, 'receipt');
export const isReceiptSigned = (receipt: Receipt, boardKey: string): boolean => isSignedBy('receipt', receipt, boardKey);

/** Nothing comes after it: the last head, how many entries, how many intake rows. */
export const closeRecord = object({
  format: literal('jari-close/1'),
  electionId: hash32,
  head: hash32,
  entries: integer(0),
  intakeCount: integer(0),
  closedAt: instant,
  signature: signature64,
});
export type CloseRecord = Read<typeof closeRecord>;
export const signClose = (values: Omit<CloseRecord, 'format' | 'signature'>, boardKey: SigningKey): CloseRecord => sign('close', { format: 'jari-close/1' as const, ...values }, boardKey);
export const isCloseSigned = (close: CloseRecord, boardKey: string): boolean => isSignedBy('close', close, boardKey);

const trustee = integer(1, MOST_TRUSTEES);

/** A trustee found their share, the list and the registrar's key in the specification. */
export const specSignatureRecord = object({ format: literal('jari-spec-signature/1'), electionId: hash32, trustee, signature: signature64 });
export type SpecSignature = Read<typeof specSignatureRecord>;
export const signSpec = (electionId: string, index: number, key: SigningKey): SpecSignature =>
  sign('specification', { format: 'jari-spec-signature/1' as const, electionId, trustee: index }, key);
export const isSpecSigned = (signature: SpecSignature, key: string): boolean => isSignedBy('specification', signature, key);

/** One per trustee and election, ever: "this is the sum that may be decrypted". */
export const endorsementRecord = object({
  format: literal('jari-endorsement/1'),
  electionId: hash32,
  boardHead: hash32,
  aggregateHash: hash32,
  counted: integer(1),
  trustee,
  signature: signature64,
});
export type Endorsement = Read<typeof endorsementRecord>;
export const signEndorsement = (values: Omit<Endorsement, 'format' | 'signature'>, key: SigningKey): Endorsement => sign('endorsement', { format: 'jari-endorsement/1' as const, ...values }, key);
export const isEndorsementSigned = (endorsement: Endorsement, key: string): boolean => isSignedBy('endorsement', endorsement, key);
