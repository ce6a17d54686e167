/** Where a command writes: standard output carries the answer only, progress and warnings go to standard error. */
export interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Exit codes of every command: 0 done, 1 the answer is "no", 2 bad input, 3 anything else. */
export const EXIT = { done: 0, no: 1, badInput: 2, failed: 3 } as const;

/** Takes the words after the command's own and resolves with the exit code. */
export type Command = (argv: readonly string[], io: CommandIo) => Promise<number>;

export interface CommandEntry {
  readonly usage: string;
  readonly ko: string;
  readonly en: string;
  /** Loaded when it is called, so that `jari solve` does not wait for the parts of `jari start`. */
  readonly load: () => Promise<Command>;
}

/** Bad words on the command line. */
export class UsageError extends Error {}
