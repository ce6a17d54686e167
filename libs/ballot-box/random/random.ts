/**
 * Bytes from the system's random source, the only source of keys, credentials, encryption randomness, nonces and batch
 * weights. There is no way to hand in a seed.
 */
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
