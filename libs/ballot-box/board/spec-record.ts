import { NOTA_RULES, STRENGTH_RULES, TIE_RULES } from '#tally';
import { flag, hash32, instant, integer, list, literal, nullable, object, signature64, text, type Read } from '../encoding/reader.js';
import { GROUP_NAMES } from '../groups/registry.js';
import { MOST_TRUSTEES } from '../keygen/setup.js';
import { BALLOT_KINDS } from '../kinds/registry.js';
import { signingKeyText } from '../signatures/signed.js';

/** Methods that decide on decrypted totals. */
export const COUNTING_METHODS = ['plurality', 'approval', 'borda', 'copeland', 'schulze', 'schulze-margins', 'ranked-pairs'] as const;

const bilingual = object({ ko: text(300), en: text(300) });
const named = object({ id: text(100), name: bilingual });

const optionRecord = object({ id: text(100), name: bilingual, /** "None of the above" (적임자 없음). */ nota: flag });

const specTrustee = object({
  index: integer(1, MOST_TRUSTEES),
  name: text(200),
  signingKey: signingKeyText,
  encryptionKey: text(64),
  verificationShare: text(64),
});

/**
 * The specification: everything about a ballot that is fixed before it opens. Its SHA-256 is the election's name, and the
 * trustees sign that. `docs/ballot-protocol.md` describes each member.
 */
export const specRecord = object({
  format: literal('jari-ballot-spec/1'),
  protocol: literal(1),
  ballotId: text(100),
  replaces: nullable(hash32),
  organization: named,
  position: named,
  options: list(optionRecord, { min: 2, max: 41 }),
  kind: literal(...BALLOT_KINDS),
  method: literal(...COUNTING_METHODS),
  strength: nullable(literal(...STRENGTH_RULES)),
  notaRule: nullable(literal(...NOTA_RULES)),
  tieRule: literal(...TIE_RULES),
  seniority: nullable(list(text(100), { max: 41 })),
  lotCommitments: nullable(list(hash32, { max: MOST_TRUSTEES })),
  quorum: integer(0, 1_000_000),
  minimumCast: integer(2, 1_000_000),
  opensAt: instant,
  closesAt: instant,
  checkingSeconds: integer(0, 31_536_000),
  group: literal(...GROUP_NAMES),
  n: integer(1, MOST_TRUSTEES),
  k: integer(1, MOST_TRUSTEES),
  e: integer(1, MOST_TRUSTEES),
  trustees: list(specTrustee, { min: 1, max: MOST_TRUSTEES }),
  jointKey: text(64),
  keygenTranscriptHash: hash32,
  rollHash: hash32,
  rollSize: integer(1, 1_000_000),
  credentialListHash: hash32,
  registrar: literal('built-in', 'separate'),
  registrarKey: signingKeyText,
  registrarSignature: signature64,
  boardKey: signingKeyText,
});
export type Spec = Read<typeof specRecord>;
export type SpecOption = Read<typeof optionRecord>;
