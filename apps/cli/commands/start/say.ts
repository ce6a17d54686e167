import type { Bilingual } from '#contracts';

/** Where `start` writes: the banner on standard output, everything else on standard error. */
export interface Terminal {
  answer(text: string): void;
  note(text: Bilingual): void;
  /** Words of somebody else, as they are. */
  quote(text: string): void;
}

export const processTerminal: Terminal = {
  answer: (text) => process.stdout.write(`${text}\n`),
  note: ({ ko, en }) => process.stderr.write(`${ko} / ${en}\n`),
  quote: (text) => process.stderr.write(`${text}\n`),
};
