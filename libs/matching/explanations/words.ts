import { OBJECTIVE, type Facts } from './facts.js';

/** What the sentences need from the caller, in one language. */
export interface Words {
  readonly seat: (seat: number) => string;
  readonly reason: (code: string) => string;
  /** What the whole placement was made for, where one figure decided. */
  readonly objective: string | null;
  /** How many wishes a list may hold. */
  readonly listLimit: number | null;
}

/** Longer cycles are told by their length: nobody reads thirty names of seats. */
export const LONGEST_TOLD = 6;

/** What the whole placement was made for, to those whom that cost a wish. */
export function aim({ missed }: Facts, { objective }: Words): string[] {
  return objective !== null && missed.some(({ reason }) => reason === OBJECTIVE) ? [objective] : [];
}
