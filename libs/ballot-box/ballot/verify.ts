import { fromBase64url } from '../encoding/base64url.js';
import { Malformed } from '../encoding/malformed.js';
import type { Relation } from '../kinds/layout.js';
import { EquationBatch } from '../proofs/batch.js';
import { equationsOf, holds, type Combination, type EqualityProof, type Equation } from '../proofs/equality-proof.js';
import { decodeContent, type Ciphertext } from './content.js';
import { ballotChallenge, statementOf } from './context.js';
import type { BallotSetting } from './setting.js';

export interface BallotToVerify {
  /** Base64url of the public key that signed the envelope. */
  readonly credential: string;
  readonly content: unknown;
}

/** Why a ballot is none; `at` is the place that cannot be decoded, or the label of the proof that does not hold. */
export interface BallotFault {
  readonly reason: 'MALFORMED' | 'BAD_PROOF';
  readonly at: string;
}

// Larger batches gain little and hold more points in memory.
const BATCH = 16;

/** One ballot, its proofs as one batch. @returns null when it is valid */
export const verifyBallot = (setting: BallotSetting, ballot: BallotToVerify): BallotFault | null => verifyBallots(setting, [ballot])[0] ?? null;

/**
 * Many ballots in batches of 16. A batch that fails is checked ballot by ballot, a ballot that fails proof by proof, so
 * that the culprit is named. @returns for each ballot null, or what is wrong with it
 */
export function verifyBallots(setting: BallotSetting, ballots: readonly BallotToVerify[]): (BallotFault | null)[] {
  const faults: (BallotFault | null)[] = [];
  for (let from = 0; from < ballots.length; from += BATCH) faults.push(...verifyBatch(setting, ballots.slice(from, from + BATCH)));
  return faults;
}

function verifyBatch(setting: BallotSetting, ballots: readonly BallotToVerify[]): (BallotFault | null)[] {
  const opened = ballots.map((ballot) => open(setting, ballot));
  const decoded = opened.filter((one): one is Opened => !('reason' in one));
  if (decoded.length > 0 && allHold(setting, decoded)) return opened.map((one) => ('reason' in one ? one : null));
  return opened.map((one) => ('reason' in one ? one : allHold(setting, [one]) ? null : firstFault(setting, one)));
}

/** The same ballots without batching: each equation by itself, every ballot to its first fault. */
export function verifyOneByOne(setting: BallotSetting, ballots: readonly BallotToVerify[]): (BallotFault | null)[] {
  return ballots.map((ballot) => {
    const opened = open(setting, ballot);
    return 'reason' in opened ? opened : firstFault(setting, opened);
  });
}

interface OpenRelation {
  readonly relation: Relation;
  readonly statement: Ciphertext;
  readonly proof: EqualityProof;
  readonly challenge: bigint;
}

interface Opened {
  readonly ciphertexts: readonly Ciphertext[];
  readonly relations: readonly OpenRelation[];
}

function open(setting: BallotSetting, { credential, content }: BallotToVerify): Opened | BallotFault {
  try {
    const decoded = decodeContent(setting, content);
    const challengeOf = ballotChallenge(setting, fromBase64url(credential, 'credential'), decoded.ciphertexts);
    const relations = setting.layout.relations.map((relation, at): OpenRelation => {
      const proof = decoded.proofs[at];
      if (proof === undefined) throw new Malformed(`proofs[${at}]`, 'missing');
      const statement = statementOf(setting, relation, decoded.ciphertexts);
      // A sum that is the identity cannot be encoded, and no honest ballot has one.
      return { relation, proof, statement, challenge: challengeOf(relation, statement, proof.commitments) };
    });
    return { ciphertexts: decoded.ciphertexts, relations };
  } catch (error) {
    if (error instanceof Malformed) return { reason: 'MALFORMED', at: error.at };
    throw error;
  }
}

function allHold(setting: BallotSetting, ballots: readonly Opened[]): boolean {
  const batch = new EquationBatch(setting.group);
  for (const { ciphertexts, relations } of ballots) for (const one of relations) batch.add(proofEquations(setting, one, ciphertexts));
  return batch.holds();
}

function firstFault(setting: BallotSetting, ballot: Opened): BallotFault | null {
  const wrong = ballot.relations.find((one) => !proofEquations(setting, one).every((equation) => holds(setting.group, equation)));
  return wrong === undefined ? null : { reason: 'BAD_PROOF', at: wrong.relation.label };
}

/**
 * The equations of one proof. With the ballot's ciphertexts at hand the statement is written as the ciphertexts it is
 * made of, which a batch adds up over all proofs of the ballot.
 */
function proofEquations({ group, jointKey }: BallotSetting, { relation, statement, proof, challenge }: OpenRelation, parts?: readonly Ciphertext[]): Equation[] {
  const written = (side: keyof Ciphertext): Combination =>
    parts === undefined ? [{ point: statement[side], scalar: 1n }]
      : relation.terms.map(({ bit, sign }) => ({ point: parts[bit]?.[side] ?? group.identity, scalar: BigInt(sign) }));
  const [a, b] = [written('a'), written('b')];
  const claim = {
    bases: [group.base, jointKey] as const,
    branches: relation.allowed.map((value) => [a, value === 0 ? b : [...b, { point: group.base, scalar: BigInt(-value) }]] as const),
  };
  return equationsOf(group, claim, proof, challenge);
}
