import { credentialList, credentialListHashOf, credentialOf, newCredentialSecret, rollHashOf } from './registrar.js';

describe('credentials', () => {
  it('come from secrets of 128 bits at least, one key a ballot', () => {
    const secret = newCredentialSecret();
    expect(secret).toHaveLength(22);
    expect(credentialOf('b1', secret)).toEqual(credentialOf('b1', secret));
    expect(credentialOf('b2', secret).publicKey).not.toBe(credentialOf('b1', secret).publicKey);
    expect(() => credentialOf('b1', secret.slice(0, 20))).toThrow('shorter than 128 bits');
    expect(new Set(Array.from({ length: 100 }, newCredentialSecret)).size).toBe(100);
  });

  it('are listed in an order that tells nothing of the roll', () => {
    expect(credentialList(['c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
    expect(credentialListHashOf(['a', 'b'])).not.toBe(credentialListHashOf(['b', 'a']));
  });

  it('stand against a roll whose hash changes with voters, salt and ballot', () => {
    expect(new Set([rollHashOf('b', 's', ['1', '2']), rollHashOf('b', 's', ['12']), rollHashOf('b', 't', ['1', '2']), rollHashOf('c', 's', ['1', '2'])]).size).toBe(4);
  });
});
