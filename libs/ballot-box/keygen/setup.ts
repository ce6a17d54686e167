import { Malformed } from '../encoding/malformed.js';
import { integer, list, literal, object, text, type Read } from '../encoding/reader.js';
import type { Group, Point } from '../groups/group.js';
import { groupNamed, GROUP_NAMES } from '../groups/registry.js';
import { readPoint } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';
import { signingKeyText } from '../signatures/signed.js';

export const MOST_TRUSTEES = 25;

export const trusteeRecord = object({
  /** 1 … n; also the place at which the trustee's share lies on the polynomial. */
  index: integer(1, MOST_TRUSTEES),
  name: text(200),
  /** Ed25519 public key. */
  signingKey: signingKeyText,
  /** Element of the group, for the shares sent to this trustee. */
  encryptionKey: text(64),
});
export type Trustee = Read<typeof trusteeRecord>;

/** What all trustees agree on before they begin; its hash stands in every message of the key generation. */
const setupRecord = object({
  format: literal('jari-keygen/1'),
  ballotId: text(100),
  group: literal(...GROUP_NAMES),
  /** How many trustees decrypt. */
  k: integer(1, MOST_TRUSTEES),
  trustees: list(trusteeRecord, { min: 1, max: MOST_TRUSTEES }),
});
export type KeygenSetup = Read<typeof setupRecord>;

/** Endorsements that are needed for n trustees of whom k decrypt: two different aggregates would then need k cheats. */
export const endorsersNeeded = (n: number, k: number): number => Math.ceil((n + k) / 2);

/** A setup that was read and checked. */
export interface OpenSetup {
  readonly setup: KeygenSetup;
  readonly group: Group;
  /** Base64url, 32 bytes. */
  readonly hash: string;
  trustee(index: number): Trustee;
  encryptionKey(index: number): Point;
}

/** @throws Malformed for indices that are not 1 … n, k above n, keys that two trustees share or that are none */
export function openSetup(value: unknown): OpenSetup {
  const setup = setupRecord(value, '');
  const group = groupNamed(setup.group);
  checkTrustees(setup.trustees, setup.k);
  const keys = setup.trustees.map(({ encryptionKey }, at) => readPoint(group, encryptionKey, `trustees[${at}].encryptionKey`));
  const find = <T>(items: readonly T[], index: number): T => {
    const found = items[index - 1];
    if (found === undefined) throw new Malformed('trustee', 'no such trustee');
    return found;
  };
  return { setup, group, hash: hashOf(setup), trustee: (index) => find(setup.trustees, index), encryptionKey: (index) => find(keys, index) };
}

/** @throws Malformed as `openSetup` */
export function checkTrustees(trustees: readonly Trustee[], k: number): void {
  if (k > trustees.length) throw new Malformed('k', 'more than there are trustees');
  trustees.forEach(({ index }, at) => { if (index !== at + 1) throw new Malformed(`trustees[${at}].index`, 'out of order'); });
  for (const key of ['signingKey', 'encryptionKey', 'name'] as const) {
    if (new Set(trustees.map((one) => one[key])).size !== trustees.length) throw new Malformed('trustees', `two with one ${key}`);
  }
}
