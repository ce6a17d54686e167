import { Malformed } from '../encoding/malformed.js';
import { list, literal, object, text, type Read } from '../encoding/reader.js';
import type { Point } from '../groups/group.js';
import { readPoint } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';
import { BALLOT_KINDS } from '../kinds/registry.js';
import type { EqualityProof } from '../proofs/equality-proof.js';
import { proofRecord, readProof } from '../proofs/proof-texts.js';
import type { BallotSetting } from './setting.js';

export const CONTENT_FORMAT = 'jari-ballot/1';
const MOST_PROOFS = 400;

/** Exponential ElGamal (Cramer, Gennaro & Schoenmakers 1997): a = r·G, b = m·G + r·K. */
export interface Ciphertext {
  readonly a: Point;
  readonly b: Point;
}

const ciphertextRecord = object({ a: text(64), b: text(64) });
export type CiphertextRecord = Read<typeof ciphertextRecord>;

const contentRecord = object({
  format: literal(CONTENT_FORMAT),
  kind: literal(...BALLOT_KINDS),
  ciphertexts: list(ciphertextRecord, { max: MOST_PROOFS }),
  proofs: list(proofRecord, { max: MOST_PROOFS }),
});
/** The encrypted ballot as it stands in files: a ciphertext for each bit and a proof for each relation of the layout. */
export type BallotContent = Read<typeof contentRecord>;

/** SHA-256 of the canonical content with its proofs, base64url: what the envelope signs and the test posts. */
export const ballotHashOf = (content: unknown): string => hashOf(content);

export interface DecodedBallot {
  readonly ciphertexts: readonly Ciphertext[];
  readonly proofs: readonly EqualityProof[];
}

/** The ciphertexts alone. @throws Malformed as `decodeContent` */
export function decodeCiphertexts(setting: BallotSetting, value: unknown): readonly Ciphertext[] {
  const content = contentRecord(value, '');
  return ciphertextsOf(setting, content);
}

/** @throws Malformed for another kind or shape, and for every point and scalar that is not canonical */
export function decodeContent(setting: BallotSetting, value: unknown): DecodedBallot {
  const content = contentRecord(value, '');
  const { group, layout } = setting;
  const ciphertexts = ciphertextsOf(setting, content);
  if (content.proofs.length !== layout.relations.length) throw new Malformed('proofs', 'wrong length');
  return {
    ciphertexts,
    proofs: content.proofs.map((record, index) => readProof(group, layout.relations[index]?.allowed.length ?? 0, record, `proofs[${index}]`)),
  };
}

function ciphertextsOf({ group, layout }: BallotSetting, content: BallotContent): Ciphertext[] {
  if (content.kind !== layout.kind) throw new Malformed('kind', 'another kind of ballot');
  if (content.ciphertexts.length !== layout.bits) throw new Malformed('ciphertexts', 'wrong length');
  return content.ciphertexts.map(({ a, b }, index) => ({
    a: readPoint(group, a, `ciphertexts[${index}].a`),
    b: readPoint(group, b, `ciphertexts[${index}].b`),
  }));
}
