import type { Board } from '../board/board.js';
import { credentialListHashOf, isRegistrarStatementSigned } from '../board/registrar.js';
import type { OpenSpec } from '../board/spec.js';
import { isSpecSigned } from '../board/statements.js';
import { pointText } from '../groups/texts.js';
import { interpolate } from '../keygen/polynomial.js';
import { checked, fail, type Checked } from './findings.js';

/** As many credentials as voters, each once, and the list that the specification names. */
export function checkCredentials({ spec }: OpenSpec, credentials: readonly string[]): Checked<null> {
  if (credentials.length !== spec.rollSize) fail('CREDENTIAL_COUNT', { found: credentials.length, expected: spec.rollSize });
  const seen = new Set<string>();
  credentials.forEach((key, at) => {
    if (seen.has(key)) fail('CREDENTIAL_TWICE', { slot: at + 1 });
    seen.add(key);
  });
  if (credentialListHashOf(credentials) !== spec.credentialListHash) fail('CREDENTIAL_LIST');
  return checked(credentials.length, null);
}

export function checkRegistrar({ spec }: OpenSpec): Checked<null> {
  if (!isRegistrarStatementSigned(spec)) fail('REGISTRAR_SIGNATURE');
  return checked(1, null);
}

/** The verification shares lie on one polynomial of degree k − 1 whose value at 0 is the joint key. */
export function checkTrusteeKeys({ spec, setting: { group }, verificationShares }: OpenSpec): Checked<null> {
  const known = verificationShares.slice(0, spec.k);
  if (pointText(group, interpolate(group, known)) !== spec.jointKey) fail('TRUSTEE_KEYS', { trustee: 0 });
  for (const { place, point } of verificationShares.slice(spec.k)) {
    if (!group.equals(interpolate(group, known, place), point)) fail('TRUSTEE_KEYS', { trustee: place });
  }
  return checked(spec.n, null);
}

/** At least e different trustees have signed the specification. */
export function checkSpecSignatures({ spec, electionId }: OpenSpec, signatures: Board['specSignatures']): Checked<null> {
  const seen = new Set<number>();
  for (const signature of signatures) {
    const { trustee } = signature;
    if (seen.has(trustee)) fail('TRUSTEE_TWICE', { trustee });
    seen.add(trustee);
    const key = spec.trustees[trustee - 1]?.signingKey;
    if (key === undefined || signature.electionId !== electionId || !isSpecSigned(signature, key)) fail('TRUSTEE_SIGNATURE', { trustee });
  }
  if (seen.size < spec.e) fail('TOO_FEW_SIGNATURES', { found: seen.size, expected: spec.e });
  return checked(signatures.length, null);
}
