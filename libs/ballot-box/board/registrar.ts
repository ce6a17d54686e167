import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import { utf8 } from '../encoding/bytes.js';
import { Malformed } from '../encoding/malformed.js';
import { hash32, integer, literal, object, signature64, type Read } from '../encoding/reader.js';
import { framed, hashOf, sha256 } from '../hashing/hash.js';
import { randomBytes } from '../random/random.js';
import { isSignedBy, sign, signingKeyFrom, signingKeyText, type SigningKey } from '../signatures/signed.js';
import type { Spec } from './spec-record.js';

const SECRET_BYTES = 16;

/**
 * A voter's secret, base64url of 16 random bytes: the public keys are published, and anything shorter could be guessed
 * offline.
 */
export const newCredentialSecret = (): string => toBase64url(randomBytes(SECRET_BYTES));

/**
 * The voter's key pair in this ballot: the Ed25519 secret is SHA-256 over the framed ballot id and secret.
 * @throws Malformed for a secret that is shorter than 128 bits or no base64url
 */
export function credentialOf(ballotId: string, secret: string): SigningKey {
  const bytes = fromBase64url(secret, 'secret');
  if (bytes.length < SECRET_BYTES) throw new Malformed('secret', 'shorter than 128 bits');
  return signingKeyFrom(sha256(framed('credential', utf8(ballotId), bytes)));
}

/** The list as it is published: sorted, which for random keys is as good as shuffled and tells nothing of the roll. */
export const credentialList = (publicKeys: readonly string[]): readonly string[] => [...publicKeys].sort();

export const credentialListHashOf = (credentials: readonly string[]): string => hashOf(credentials);

/** The voters by whatever names them, with a random salt, so that the published hash does not let anybody try names. */
export const rollHashOf = (ballotId: string, salt: string, voters: readonly string[]): string => hashOf({ format: 'jari-roll/1', ballotId, salt, voters });

export interface RegistrarStatement {
  readonly ballotId: string;
  readonly rollHash: string;
  readonly credentialListHash: string;
  /** Credentials, as many as there are voters on the roll. */
  readonly count: number;
}

const statement = ({ ballotId, rollHash, credentialListHash, count }: RegistrarStatement) =>
  ({ format: 'jari-registrar/1' as const, ballotId, rollHash, credentialListHash, count });

/** @returns the signature alone, as the specification carries it */
export const signRegistrarStatement = (values: RegistrarStatement, key: SigningKey): string => sign('registrar', statement(values), key).signature;

export const isRegistrarStatementSigned = (spec: Spec): boolean =>
  isSignedBy('registrar', { ...statement({ ...spec, count: spec.rollSize }), signature: spec.registrarSignature }, spec.registrarKey);

export const REISSUE_REASONS = ['LOST', 'EXPOSED', 'NOT_RECEIVED'] as const;

/** A lost credential replaced. The slot stays, so there is no second vote; what the old key sends later is refused. */
export const reissueRecord = object({
  format: literal('jari-reissue/1'),
  electionId: hash32,
  /** The voter's place in the credential list, from 1. */
  slot: integer(1, 1_000_000),
  oldKey: signingKeyText,
  newKey: signingKeyText,
  /** The last intake index up to which the old key was good. */
  lastIntakeIndex: integer(0),
  reason: literal(...REISSUE_REASONS),
  signature: signature64,
});
export type Reissue = Read<typeof reissueRecord>;

export const signReissue = (values: Omit<Reissue, 'format' | 'signature'>, key: SigningKey): Reissue =>
  sign('reissue', { format: 'jari-reissue/1' as const, ...values }, key);
