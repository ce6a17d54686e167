import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { sign as nodeSign, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bigEndian, concatBytes, fromBigEndian, reversed, utf8 } from '../encoding/bytes.js';
import { sha512 } from '../hashing/hash.js';
import { ed25519PublicKey, ed25519Sign, ed25519Verify, isSigningKey } from './ed25519.js';
import { isSignedBy, newSigningKey, sign, signingKeyText } from './signed.js';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const { Point } = ed25519;
const L = Point.Fn.ORDER;
const little = (value: bigint): Uint8Array => reversed(bigEndian(value, 32));
const hash = (...parts: Uint8Array[]): bigint => fromBigEndian(reversed(sha512(concatBytes(...parts)))) % L;

// RFC 8032, section 7.1, tests 1 to 3.
const PUBLISHED = [
  ['9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
] as const;

describe('Ed25519', () => {
  it.each(PUBLISHED)('key %s gives the published key and signature', (secret, key, message, signature) => {
    expect(Buffer.from(ed25519PublicKey(bytesOf(secret))).toString('hex')).toBe(key);
    expect(Buffer.from(ed25519Sign(bytesOf(message), bytesOf(secret))).toString('hex')).toBe(signature);
    expect(ed25519Verify(bytesOf(signature), bytesOf(message), bytesOf(key))).toBe(true);
  });

  it('takes what the platform signs', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
    const message = utf8('자리');
    expect(ed25519Verify(new Uint8Array(nodeSign(null, message, privateKey)), message, key)).toBe(true);
  });

  const secret = bytesOf(PUBLISHED[1][0]);
  const key = ed25519PublicKey(secret);
  const message = utf8('message');
  const signature = ed25519Sign(message, secret);

  it('refuses every changed bit of the first and last bytes of signature, message and key', () => {
    for (const part of [signature, message, key]) {
      for (const at of [0, part.length - 1]) for (let bit = 0; bit < 8; bit++) {
        const changed = part.slice();
        changed[at]! ^= 1 << bit;
        const use = (one: Uint8Array): Uint8Array => (one === part ? changed : one);
        expect(ed25519Verify(use(signature), use(message), use(key))).toBe(false);
      }
    }
  });

  it('refuses S + L, which names the same signature again', () => {
    const s = fromBigEndian(reversed(signature.subarray(32)));
    expect(ed25519Verify(concatBytes(signature.subarray(0, 32), little(s + L)), message, key)).toBe(false);
  });

  it('refuses keys of small order, in every encoding', () => {
    // With such a key R = S·B signs every message whose hash is a multiple of its order.
    for (const torsion of ED25519_TORSION_SUBGROUP) {
      const small = bytesOf(torsion);
      const signBit = small.slice();
      signBit[31]! ^= 128;
      for (const candidate of [small, signBit]) {
        expect(isSigningKey(candidate)).toBe(false);
        expect(ed25519Verify(concatBytes(Point.BASE.toBytes(), little(1n)), message, candidate)).toBe(false);
      }
    }
  });

  it('refuses keys at or above p and of another length', () => {
    const p = 2n ** 255n - 19n;
    for (const y of [p, p + 1n, p + 2n, p + 9n]) expect(isSigningKey(little(y))).toBe(false);
    expect(isSigningKey(key.subarray(1))).toBe(false);
    expect(ed25519Verify(signature.subarray(1), message, key)).toBe(false);
  });

  it('decides without cofactor: a part of small order in R is refused', () => {
    const scalar = ed25519.utils.getExtendedPublicKey(secret).scalar;
    const torsion = Point.fromHex(ED25519_TORSION_SUBGROUP[1]!);
    const r = 12345n;
    const commitment = Point.BASE.multiply(r).add(torsion).toBytes();
    const s = (r + hash(commitment, key, message) * scalar) % L;
    const odd = concatBytes(commitment, little(s));
    // Libraries with the cofactor take it, those without refuse it; one rule must hold everywhere.
    expect(ed25519.verify(odd, message, key)).toBe(true);
    expect(ed25519Verify(odd, message, key)).toBe(false);
  });

  it('refuses an R that is not canonical even where the equation holds', () => {
    // R = identity, written as y = p + 1; S = h·a then satisfies the equation.
    const scalar = ed25519.utils.getExtendedPublicKey(secret).scalar;
    const forge = (commitment: Uint8Array): Uint8Array => concatBytes(commitment, little((hash(commitment, key, message) * scalar) % L));
    expect(ed25519Verify(forge(little(2n ** 255n - 18n)), message, key)).toBe(false);
    expect(ed25519Verify(forge(little(1n)), message, key)).toBe(true);
  });
});

describe('the portable vectors of odd signatures', () => {
  const { vectors } = JSON.parse(readFileSync('test/vectors/ballot/ed25519-odd.json', 'utf8')) as { vectors: { name: string; key: string; message: string; signature: string; valid: boolean }[] };

  it.each(vectors)('$name: $valid', ({ name, key: encoded, message: text, signature: signed, valid }) => {
    expect(ed25519Verify(bytesOf(signed), bytesOf(text), bytesOf(encoded))).toBe(valid);
    // Each of these is taken by some library, so the rule and not chance refuses it.
    if (/small order|cofactor/.test(name)) expect(ed25519.verify(bytesOf(signed), bytesOf(text), bytesOf(encoded), { zip215: true })).toBe(true);
  });
});

describe('signed values', () => {
  const key = newSigningKey();
  const signed = sign('close', { head: 'x', entries: 3 }, key);

  it('hold for the same value, key and purpose alone', () => {
    expect(isSignedBy('close', signed, key.publicKey)).toBe(true);
    expect(isSignedBy('close', { signature: signed.signature, entries: 3, head: 'x' }, key.publicKey)).toBe(true);
    expect(isSignedBy('close', { ...signed, entries: 4 }, key.publicKey)).toBe(false);
    expect(isSignedBy('receipt', signed, key.publicKey)).toBe(false);
    expect(isSignedBy('close', signed, newSigningKey().publicKey)).toBe(false);
    expect(isSignedBy('close', { ...signed, signature: '%' }, key.publicKey)).toBe(false);
  });

  it('read only real keys', () => {
    expect(signingKeyText(key.publicKey, 'k')).toBe(key.publicKey);
    expect(() => signingKeyText('A'.repeat(43), 'k')).toThrow('k: not a signing key');
    expect(() => signingKeyText(3, 'k')).toThrow('k: not a text');
  });
});
