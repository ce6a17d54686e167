import { ballotHashOf, InvalidChoice, isOpenedBy, Malformed, openSpec, verifyBallot, type BallotContent, type Choice, type Opening, type OpenSpec } from '#ballot-box';
import type { TestFile } from '../voting/test-file.js';

export type OpeningFault =
  /** Not a test file at all, or cut short on the way. */
  | 'unreadable'
  | 'specification'
  /** The ballot in the file has another hash than the file says. */
  | 'fingerprint'
  /** The ballot does not encrypt what the file says. */
  | 'opening'
  /** It does, and yet would be refused. */
  | 'proofs';

export interface CheckedOpening {
  readonly open: OpenSpec;
  /** Computed here from the ballot, never taken over from the file. */
  readonly ballotHash: string;
  readonly choice: Choice;
}

export type OpeningResult = { readonly fault: OpeningFault } | CheckedOpening;

/**
 * Encrypts the choice of a test file anew with its randomness and compares (Benaloh 2006). What is left to the reader is
 * whether the hash is the one seen when the ballot was sealed, the choice their own, and the election the published one.
 */
export function checkOpening(text: string): OpeningResult {
  const file = readTestFile(text);
  if (file === null) return { fault: 'unreadable' };
  const open = ifRead(() => openSpec(file.spec));
  if (open === null) return { fault: 'specification' };
  const ballotHash = ifRead(() => ballotHashOf(file.content));
  if (ballotHash === null || ballotHash !== file.ballotHash) return { fault: 'fingerprint' };
  if (ifRead(() => isOpenedBy(open.setting, file.content, file.opening)) !== true) return { fault: 'opening' };
  if (verifyBallot(open.setting, { credential: file.credential, content: file.content }) !== null) return { fault: 'proofs' };
  return { open, ballotHash, choice: file.opening.choice };
}

/** So many characters of a fingerprint are enough to compare: nobody finds a second ballot that begins with them. */
export const ENOUGH = 20;

/** Whether what somebody wrote down is this fingerprint, or long enough a beginning of it; spaces do not matter. */
export function isFingerprint(noted: string, ballotHash: string): boolean {
  const written = noted.replace(/\s/g, '');
  return written.length >= ENOUGH && ballotHash.startsWith(written);
}

type Unchecked = Omit<TestFile, 'spec' | 'content'> & { readonly spec: unknown; readonly content: BallotContent };

function readTestFile(text: string): Unchecked | null {
  try {
    const file = JSON.parse(text) as Unchecked | null;
    return file?.format === 'jari-ballot-opening/1' && typeof file.credential === 'string' && isOpening(file.opening) ? file : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isOpening = (opening: Opening | undefined): boolean =>
  Array.isArray(opening?.choice) && opening.choice.every((group) => Array.isArray(group)) && Array.isArray(opening.randomness) && opening.randomness.every((one) => typeof one === 'string');

/** What cannot be decoded is a finding, not an accident. */
function ifRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed || error instanceof InvalidChoice) return null;
    throw error;
  }
}
