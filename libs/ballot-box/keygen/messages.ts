import { encoded, hash32, integer, list, literal, object, signature64, text, type Read } from '../encoding/reader.js';
import { MOST_TRUSTEES } from './setup.js';
import { proofRecord } from '../proofs/proof-texts.js';

const index = integer(1, MOST_TRUSTEES);

/** First round: the hash of what will be revealed, so that nobody chooses a polynomial after seeing the others'. */
export const commitMessage = object({ format: literal('jari-keygen-commit/1'), setupHash: hash32, trustee: index, commitment: hash32, signature: signature64 });
export type CommitMessage = Read<typeof commitMessage>;

/** Second round: the polynomial's coefficients times G, and a proof of knowledge of the constant one. */
export const revealMessage = object({
  format: literal('jari-keygen-reveal/1'),
  setupHash: hash32,
  trustee: index,
  coefficients: list(text(64), { min: 1, max: MOST_TRUSTEES }),
  proof: object({ commitment: text(64), response: text(64) }),
  signature: signature64,
});
export type RevealMessage = Read<typeof revealMessage>;

/** Third round: the polynomial's value at every other trustee's index, encrypted to that trustee. */
export const sharesMessage = object({
  format: literal('jari-keygen-shares/1'),
  setupHash: hash32,
  trustee: index,
  shares: list(object({ to: index, ephemeral: text(64), sealed: encoded(32) }), { max: MOST_TRUSTEES }),
  signature: signature64,
});
export type SharesMessage = Read<typeof sharesMessage>;

/** Last round: every share that came is right, and this is what was said. */
export const confirmMessage = object({ format: literal('jari-keygen-confirm/1'), setupHash: hash32, trustee: index, transcriptHash: hash32, signature: signature64 });
export type ConfirmMessage = Read<typeof confirmMessage>;

/** Or: the share from `against` is wrong; `shared` opens that one share to everybody, and the proof shows it is the key. */
export const complaintMessage = object({ format: literal('jari-keygen-complaint/1'), setupHash: hash32, trustee: index, against: index, shared: text(64), proof: proofRecord, signature: signature64 });
export type ComplaintMessage = Read<typeof complaintMessage>;

/** Everything said in the first three rounds, each list in the order of the trustees. */
export interface KeygenTranscript {
  readonly commits: readonly CommitMessage[];
  readonly reveals: readonly RevealMessage[];
  readonly shares: readonly SharesMessage[];
}
