import type { Bilingual } from '#contracts';
import type { CommandIo } from '../../command.js';

/** Where `start` writes: the banner on standard output, everything else on standard error. */
export interface Terminal {
  answer(text: string): void;
  note(text: Bilingual): void;
  /** Words of somebody else, as they are. */
  quote(text: string): void;
}

export const terminalOn = ({ stdout, stderr }: CommandIo): Terminal => ({
  answer: (text) => stdout.write(`${text}\n`),
  note: ({ ko, en }) => stderr.write(`${ko} / ${en}\n`),
  quote: (text) => stderr.write(`${text}\n`),
});
