import { EXIT, type CommandIo } from '../command.js';
import type { Language } from '../language.js';

export type Words = Readonly<Record<Language, string>>;

/** What a person should know who reads it in either language. */
abstract class Told extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** The tool will not do it, or what it was shown does not hold; exit 1. */
export class Refused extends Told {
  constructor(readonly code: string, words: Words) {
    super(words);
  }
}

/** A file, passphrase or setting that is not right; exit 2. */
export class BadInput extends Told {}

/** The server does not answer, or not as a server of the product; exit 3. Trying again later may help. */
export class OutOfReach extends Told {}

export const inBoth = ({ ko, en }: Words): string => `${ko} / ${en}`;

/** Says what stopped the tool. @returns the exit code @throws whatever is none of the problems above */
export function exitOf(error: unknown, { stderr }: CommandIo): number {
  if (error instanceof Refused) {
    stderr.write(`거부 / refused (${error.code}): ${inBoth(error.words)}\n`);
    return EXIT.no;
  }
  if (error instanceof BadInput || error instanceof OutOfReach) {
    stderr.write(`${inBoth(error.words)}\n`);
    return error instanceof BadInput ? EXIT.badInput : EXIT.failed;
  }
  throw error;
}
