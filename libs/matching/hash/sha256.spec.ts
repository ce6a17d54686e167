import { createHash } from 'node:crypto';
import { createSha256, sha256Hex } from './sha256.js';

describe('SHA-256', () => {
  // FIPS 180-4 examples (NIST, "SHA256.pdf").
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('of %j is the published digest', (message, digest) => expect(sha256Hex(message)).toBe(digest));

  it('is the same however the message is cut, for every length around the block borders', () => {
    for (let length = 0; length < 200; length++) {
      const message = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255);
      const ours = createSha256();
      for (let at = 0; at < length; at += 1 + (length % 71)) ours.update(message.subarray(at, at + 1 + (length % 71)));
      expect(ours.hex()).toBe(createHash('sha256').update(message).digest('hex'));
    }
  });
});
