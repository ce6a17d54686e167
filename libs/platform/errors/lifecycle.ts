import { JariError } from './jari-error.js';

/** State → the states that may follow it. */
export type TransitionTable<S extends string> = Readonly<Record<S, readonly S[]>>;

/**
 * A checked table of transitions.
 * `requireTransition` throws IMPOSSIBLE_TRANSITION; construction throws when a state cannot be reached from
 * `start`, or is not named an `end` and cannot be left, so that a broken table fails at start-up.
 */
export class Lifecycle<S extends string> {
  constructor(
    readonly name: string,
    private readonly table: TransitionTable<S>,
    readonly start: S,
    readonly ends: readonly S[],
  ) {
    const reached = new Set<S>([start]);
    for (const state of reached) for (const next of table[state]) reached.add(next);
    for (const state of this.states) {
      if (!reached.has(state)) throw new Error(`${name}: ${state} cannot be reached from ${start}`);
      if (table[state].length === 0 && !ends.includes(state)) throw new Error(`${name}: ${state} cannot be left and is no end`);
    }
  }

  get states(): readonly S[] {
    return Object.keys(this.table) as S[];
  }

  allows(from: S, to: S): boolean {
    return this.table[from].includes(to);
  }

  requireTransition(from: S, to: S): void {
    if (!this.allows(from, to)) throw new JariError('IMPOSSIBLE_TRANSITION', { from, to });
  }
}
