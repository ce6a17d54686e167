import { parseArgs } from 'node:util';
import { UsageError } from '../command.js';

export interface Flags {
  /** Flags with a value, e.g. `--code C`; undefined where the flag is not there. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
  readonly files: readonly string[];
}

/**
 * Reads the words of a command. @param files how many words without a flag it takes at most
 * @throws UsageError for an unknown flag, a flag without its value or a word too many
 */
export const readFlags = (argv: readonly string[], valued: readonly string[], switches: readonly string[], files = 0): Flags => {
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: 'string' as const }]), ...switches.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: files > 0 });
    const extra = positionals[files];
    if (extra !== undefined) throw new UsageError(`쓸 수 없는 말입니다 / a word too many: ${extra}`);
    const read = (name: string): unknown => (values as Readonly<Record<string, unknown>>)[name];
    return {
      values: Object.fromEntries(valued.map((name) => [name, read(name) as string | undefined])),
      switches: new Set(switches.filter((name) => read(name) === true)),
      files: positionals,
    };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`명령을 이해할 수 없습니다 / not understood: ${error.message}`);
    throw error;
  }
};
