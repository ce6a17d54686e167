import { createHash } from 'node:crypto';

const TOKEN = /^[\w-]{43}$/;

/** Whether the text can be a token of `newToken`; anything else need not trouble the database. */
export const isSessionToken = (text: string): boolean => TOKEN.test(text);

/** What the database keeps: who reads the table cannot sign in with it. 256 random bits need no slow hash and no salt. */
export const sessionTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
