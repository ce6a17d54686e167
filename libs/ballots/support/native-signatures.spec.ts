import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isSignedBy, newSigningKey, sign, toBase64url } from '#ballot-box';
import { isPublicSigningKey } from './key-text.js';
import { isSignedNatively, signNatively } from './native-signatures.js';

const value = { electionId: 'x', revision: 3, name: '자리' };

describe('signatures by the platform', () => {
  const key = newSigningKey();

  it('are those of the protocol, both ways', () => {
    const [ours, theirs] = [signNatively('receipt', value, key), sign('receipt', value, key)];
    expect(ours).toEqual(theirs);
    expect(isSignedNatively('receipt', theirs, key.publicKey)).toBe(true);
    expect(isSignedBy('receipt', ours, key.publicKey)).toBe(true);
  });

  it('agree with the protocol on every changed bit, another purpose, value, key and length', () => {
    const signed = sign('envelope', value, key);
    const bytes = Buffer.from(signed.signature, 'base64url');
    const answers = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      return isSignedNatively('envelope', { ...signed, signature: toBase64url(changed) }, key.publicKey);
    });
    expect(answers.filter(Boolean)).toEqual([]);
    expect(isSignedNatively('test', signed, key.publicKey)).toBe(false);
    expect(isSignedNatively('envelope', { ...signed, revision: 4 }, key.publicKey)).toBe(false);
    expect(isSignedNatively('envelope', signed, newSigningKey().publicKey)).toBe(false);
    expect(isSignedNatively('envelope', { ...signed, signature: signed.signature.slice(4) }, key.publicKey)).toBe(false);
    expect(isSignedNatively('envelope', { ...signed, signature: '*' }, key.publicKey)).toBe(false);
  });

  it('decide the odd signatures as the protocol does, for every key that it admits', () => {
    const { vectors } = JSON.parse(readFileSync('test/vectors/ballot/ed25519-odd.json', 'utf8')) as { vectors: { name: string; key: string; message: string; signature: string; valid: boolean }[] };
    const admitted = vectors.filter(({ key: hex }) => isPublicSigningKey(toBase64url(Buffer.from(hex, 'hex'))));
    expect(admitted.length).toBeGreaterThan(3);
    for (const { name, key: hex, message, signature, valid } of admitted) {
      const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });
      expect([name, verify(null, Buffer.from(message, 'hex'), publicKey, Buffer.from(signature, 'hex'))]).toEqual([name, valid]);
    }
  });
});
