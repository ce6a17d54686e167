import { hash, verify } from '@node-rs/argon2';
import { JariError } from '../errors/jari-error.js';
import { newToken } from '../ids/new-id.js';

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet); argon2id is the library's default. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
const DIFFERENT_MIN = 5;

/** Hangul can be typed composed or decomposed, with the same keys: both are the same password (NIST SP 800-63B, 3.1.1.2). */
const normalized = (password: string): string => password.normalize('NFKC');

/** @returns a PHC string, with its salt and parameters. Some 20 ms of one core and 19 MiB: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(normalized(password), PARAMETERS);

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (unknown account, not yet activated) it takes as long as
 * with one and says no, so that the time does not tell which accounts exist.
 */
export const verifyPassword = async (passwordHash: string | null | undefined, password: string): Promise<boolean> => {
  decoy ??= hash(newToken(), PARAMETERS);
  const known = typeof passwordHash === 'string';
  const matches = await verify(known ? passwordHash : await decoy, normalized(password));
  return known && matches;
};

/**
 * Length counts most (NIST SP 800-63B); no rules about kinds of characters.
 * @throws JariError PASSWORD_TOO_WEAK
 */
export const requireStrongPassword = (password: string, signInName: string): void => {
  const characters = [...normalized(password)];
  const weak =
    characters.length < PASSWORD_MIN ||
    new Set(characters).size < DIFFERENT_MIN ||
    normalized(password).toLowerCase().includes(signInName.toLowerCase());
  if (weak) throw new JariError('PASSWORD_TOO_WEAK', { min: PASSWORD_MIN, different: DIFFERENT_MIN });
};
