import { list, object, type Read, type Reader } from '../encoding/reader.js';
import { Malformed } from '../encoding/malformed.js';
import type { Group } from '../groups/group.js';
import { pointText, readPoint, readScalar, scalarText } from '../groups/texts.js';
import type { EqualityProof } from './equality-proof.js';

const short: Reader<string> = (value, at) => {
  if (typeof value !== 'string') throw new Malformed(at, 'not a text');
  return value;
};

/** A proof as it stands in files. */
export const proofRecord = object({
  commitments: list(short, { max: 4 }),
  challenges: list(short, { max: 1 }),
  responses: list(short, { max: 2 }),
});
export type ProofRecord = Read<typeof proofRecord>;

export const writeProof = (group: Group, proof: EqualityProof): ProofRecord => ({
  commitments: proof.commitments.map((point) => pointText(group, point)),
  challenges: proof.challenges.map((scalar) => scalarText(group, scalar)),
  responses: proof.responses.map((scalar) => scalarText(group, scalar)),
});

/** @throws Malformed for another number of branches, and for points and scalars that are not canonical */
export function readProof(group: Group, branches: number, record: ProofRecord, at: string): EqualityProof {
  if (record.commitments.length !== 2 * branches) throw new Malformed(`${at}.commitments`, 'wrong length');
  if (record.challenges.length !== branches - 1) throw new Malformed(`${at}.challenges`, 'wrong length');
  if (record.responses.length !== branches) throw new Malformed(`${at}.responses`, 'wrong length');
  return {
    commitments: record.commitments.map((text, index) => readPoint(group, text, `${at}.commitments[${index}]`)),
    challenges: record.challenges.map((text, index) => readScalar(group, text, `${at}.challenges[${index}]`)),
    responses: record.responses.map((text, index) => readScalar(group, text, `${at}.responses[${index}]`)),
  };
}
