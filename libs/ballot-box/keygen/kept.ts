import { hash32, integer, list, literal, object, text, type Read } from '../encoding/reader.js';
import { Malformed } from '../encoding/malformed.js';
import { pointText, readScalar, scalarText } from '../groups/texts.js';
import type { Dealing } from './deal.js';
import { revealMessage } from './messages.js';
import { MOST_TRUSTEES, type OpenSetup } from './setup.js';

const dealingFile = object({
  format: literal('jari-trustee-dealing/1'),
  setupHash: hash32,
  trustee: integer(1, MOST_TRUSTEES),
  coefficients: list(text(64), { min: 1, max: MOST_TRUSTEES }),
  reveal: revealMessage,
});
/** What a trustee's tool keeps between the rounds of key generation. Secret; worthless and to be deleted afterwards. */
export type DealingFile = Read<typeof dealingFile>;

export const writeDealing = (open: OpenSetup, { trustee, coefficients, reveal }: Dealing): DealingFile =>
  ({ format: 'jari-trustee-dealing/1', setupHash: open.hash, trustee, coefficients: coefficients.map((one) => scalarText(open.group, one)), reveal });

/** @throws Malformed, also for a dealing of another setup, or whose reveal is not of these coefficients */
export function openDealing(open: OpenSetup, file: unknown): Dealing {
  const { setupHash, trustee, coefficients: texts, reveal } = dealingFile(file, '');
  if (setupHash !== open.hash) throw new Malformed('setupHash', 'another setup');
  const { group } = open;
  const coefficients = texts.map((one, at) => readScalar(group, one, `coefficients[${at}]`));
  const points = coefficients.map((one) => pointText(group, group.multiply(group.base, one)));
  if (points.join() !== reveal.coefficients.join()) throw new Malformed('reveal', 'of other coefficients');
  return { trustee, coefficients, reveal };
}

const keyShareFile = object({
  format: literal('jari-trustee-share/1'),
  ballotId: text(100),
  trustee: integer(1, MOST_TRUSTEES),
  share: text(64),
  transcriptHash: hash32,
});
/** What a trustee's tool keeps for the count: the share of the joint secret, and which key generation it came from. Secret. */
export type KeyShareFile = Read<typeof keyShareFile>;

export interface KeyShare {
  readonly trustee: number;
  readonly share: bigint;
  readonly transcriptHash: string;
}

export const writeKeyShare = ({ setup, group }: OpenSetup, { trustee, share, transcriptHash }: KeyShare): KeyShareFile =>
  ({ format: 'jari-trustee-share/1', ballotId: setup.ballotId, trustee, share: scalarText(group, share), transcriptHash });

/** @throws Malformed, also for the share of another ballot */
export function openKeyShare({ group, ballotId }: { readonly group: OpenSetup['group']; readonly ballotId: string }, file: unknown): KeyShare {
  const { ballotId: own, trustee, share, transcriptHash } = keyShareFile(file, '');
  if (own !== ballotId) throw new Malformed('ballotId', 'another ballot');
  return { trustee, share: readScalar(group, share, 'share'), transcriptHash };
}
