import { credentialListHashOf, endorsersNeeded, type KeygenOutput } from '#ballot-box';
import { kindOf, rulesOf } from '../ballot/ballot-method.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import type { TrusteeView } from '../trustee/trustee.service.js';
import type { SpecNames } from './spec-names.js';

export interface SpecParts {
  readonly ballot: Ballot;
  readonly trustees: readonly TrusteeView[];
  readonly credentials: readonly string[];
  readonly keygen: KeygenOutput;
  readonly boardKey: string;
  readonly names: SpecNames;
}

const NOTA = 'nota';
const optionId = (number: number): string => `c${number + 1}`;

/** Whole seconds in UTC, the one form that a specification takes. */
const instant = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, 'Z');

/** The specification of a ballot; `openSpec` reads it and refuses what does not go together. */
export const composeSpec = ({ ballot, trustees, credentials, keygen, boardKey, names }: SpecParts): unknown => {
  const method = ballot.method ?? 'schulze';
  const { strengthRule, notaRule } = rulesOf(method);
  const { candidates } = names;
  const bySeniority = [...candidates].sort((a, b) => a.seniority - b.seniority).map(({ optionNumber }) => optionId(optionNumber));
  return {
    format: 'jari-ballot-spec/1', protocol: 1, ballotId: ballot.id, replaces: names.replaces, organization: names.organization, position: names.position,
    options: [...candidates.map(({ optionNumber, name }) => ({ id: optionId(optionNumber), name: { ko: name, en: name }, nota: false })), { id: NOTA, name: names.nota, nota: true }],
    kind: kindOf(method, ballot.tiesAllowed), method, strength: strengthRule, notaRule, tieRule: ballot.tieRule,
    seniority: ballot.tieRule === 'seniority' ? [...bySeniority, NOTA] : null,
    lotCommitments: ballot.tieRule === 'lot' ? trustees.map(({ lotCommitment }) => lotCommitment) : null,
    quorum: ballot.quorum, minimumCast: ballot.minimumCast, opensAt: instant(ballot.opensAt), closesAt: instant(ballot.closesAt), checkingSeconds: ballot.checkingSeconds,
    group: ballot.cryptoGroup, n: trustees.length, k: ballot.threshold, e: endorsersNeeded(trustees.length, ballot.threshold),
    trustees: trustees.map(({ trusteeIndex, name, signingKey, encryptionKey }, at) => ({ index: trusteeIndex, name, signingKey, encryptionKey, verificationShare: keygen.verificationShares[at] })),
    jointKey: keygen.jointKey, keygenTranscriptHash: keygen.transcriptHash,
    rollHash: ballot.rollHash, rollSize: ballot.rollSize, credentialListHash: credentialListHashOf(credentials),
    registrar: ballot.credentialMode === 'BUILT_IN' ? 'built-in' : 'separate', registrarKey: ballot.registrarKey, registrarSignature: ballot.registrarSignature, boardKey,
  };
};
