import { createHash, randomInt } from 'node:crypto';

/** 32 characters of which no two look alike in print: without 0/O and 1/I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 5;

/** A new code such as `7KQ2M-XW9RB-H4TNE`: 15 characters, 75 random bits. */
export const newOneTimeCode = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-');

/**
 * What is kept of a code. It is typed from paper: case, spaces and hyphens do not matter.
 * @param accountId makes equal codes of two accounts differ
 */
export const oneTimeCodeHash = (accountId: string, code: string): string =>
  createHash('sha256').update(`${accountId}:${code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()}`).digest('hex');
