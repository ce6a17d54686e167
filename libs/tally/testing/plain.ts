import { readPlainBallots } from '../profile/read-plain.js';
import type { Profile, Unranked } from '../profile/profile.js';
import { randomBelow, shuffled } from './random.js';

/** The plain-ballots format, as an object. */
export interface PlainBallots {
  readonly candidates: readonly string[];
  readonly unranked?: Unranked;
  readonly ballots: readonly PlainBallot[];
}

export interface PlainBallot {
  readonly count: number;
  readonly ranking: readonly (readonly string[])[];
}

/** `['5 A C=B', …]`: five ballots with A before C and B, who are tied. Names are what stands between the signs. */
export function plain(candidates: readonly string[], lines: readonly string[], unranked?: Unranked): PlainBallots {
  const ballots = lines.map((line): PlainBallot => {
    const [count, ...groups] = line.split(' ').filter((part) => part !== '');
    return { count: Number(count), ranking: groups.map((group) => group.split('=')) };
  });
  return { candidates, ballots, ...(unranked === undefined ? {} : { unranked }) };
}

/** The profile of ballots that have no fault. */
export function profileOf(input: PlainBallots): Profile {
  const built = readPlainBallots(input);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.profile;
}

export interface RandomShape {
  readonly candidates: number;
  readonly kinds: number;
  readonly ties: boolean;
  readonly complete: boolean;
  readonly unranked?: Unranked;
  /** Small counts make many ties in the totals. */
  readonly mostCopies?: number;
}

export function randomPlain(shape: RandomShape, seed: number): PlainBallots {
  const below = randomBelow(seed);
  const candidates = Array.from({ length: shape.candidates }, (_, at) => `c${at + 1}`);
  const ballots = Array.from({ length: shape.kinds }, (): PlainBallot => {
    const listed = shuffled(candidates, below).slice(0, shape.complete ? candidates.length : below(candidates.length + 1));
    const ranking: string[][] = [];
    for (const name of listed) {
      const last = ranking.at(-1);
      if (shape.ties && last !== undefined && below(3) === 0) last.push(name);
      else ranking.push([name]);
    }
    return { count: 1 + below(shape.mostCopies ?? 3), ranking };
  });
  return { candidates, ballots, unranked: shape.unranked ?? 'tied-last' };
}
