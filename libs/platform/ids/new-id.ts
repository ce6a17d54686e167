import { randomBytes, randomUUID } from 'node:crypto';

/** A new random row id (UUID version 4, system randomness). */
export const newId = (): string => randomUUID();

/** A secret token of 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
