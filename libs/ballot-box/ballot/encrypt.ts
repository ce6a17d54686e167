import { readScalar, scalarText } from '../groups/texts.js';
import type { Choice } from '../kinds/layout.js';
import { kindNamed } from '../kinds/registry.js';
import { decodeCiphertexts, type BallotContent } from './content.js';
import { encryptBit, sealBits } from './seal.js';
import type { BallotSetting } from './setting.js';

/** What opens a ballot: shown only for a tested one, which is never cast. */
export interface Opening {
  readonly choice: Choice;
  /** Base64url scalars, one for each ciphertext. */
  readonly randomness: readonly string[];
}

/**
 * Encrypts a choice and proves that it is one.
 * @param credential base64url of the voter's public key, which the proofs are bound to
 * @throws InvalidChoice when the choice does not fit the kind
 */
export function encryptBallot(setting: BallotSetting, credential: string, choice: Choice): { readonly content: BallotContent; readonly opening: Opening } {
  const { layout } = setting;
  const { content, randomness } = sealBits(setting, credential, kindNamed(layout.kind).encode(layout.options, choice));
  return { content, opening: { choice, randomness: randomness.map((scalar) => scalarText(setting.group, scalar)) } };
}

/**
 * The voter's test (Benaloh 2006): whether the ballot really encrypts the choice that its opening names. For another
 * device than the one that encrypted.
 * @throws Malformed when the content or the randomness cannot be decoded; InvalidChoice when the choice is none
 */
export function isOpenedBy(setting: BallotSetting, content: unknown, opening: Opening): boolean {
  const { group, layout } = setting;
  const ciphertexts = decodeCiphertexts(setting, content);
  const bits = kindNamed(layout.kind).encode(layout.options, opening.choice);
  return opening.randomness.length === bits.length && bits.every((bit, at) => {
    const expected = encryptBit(setting, bit, readScalar(group, opening.randomness[at] ?? '', `randomness[${at}]`));
    const found = ciphertexts[at];
    return found !== undefined && group.equals(expected.a, found.a) && group.equals(expected.b, found.b);
  });
}
