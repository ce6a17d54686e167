import type { Random } from '../../../demo-district/random.js';

/** None of those who stand (적임자 없음), among the names of a choice. */
export const NOTA = 'nota';

/** One revision of somebody's vote. */
export interface PlannedVote {
  readonly employeeNumber: string;
  /** On which of the voting days, from 0. */
  readonly day: number;
  readonly revision: 1 | 2;
  /** Employee numbers and `NOTA`, best first; in a plain vote the one alone. */
  readonly choice: readonly string[];
}

export interface PlannedVotes {
  /** In the order of the days; somebody who votes again stands there twice. */
  readonly votes: readonly PlannedVote[];
  /** Votes on the first day, and again on the last with a browser that makes a ballot which is none. */
  readonly forger: string;
  /** Votes on the first day; on the last hands in what another voter has sent. */
  readonly copier: string;
}

/** On the last day, after everybody's first vote, some vote again. */
export const VOTING_DAYS = 4;
const DAY_WEIGHTS = [35, 30, 20, 15];
const VOTE_AGAIN = 0.08;

/** What speaks for a candidate, in the order of nomination, and against NOTA; opinions differ by ±1 around it. */
const STANDING = [0.55, 0.95, 0.25, 0.05];
const NOTA_STANDING = -0.6;

const choose = (random: Random, candidates: readonly string[], ranked: boolean): readonly string[] => {
  const liking = [...candidates.map((name, at) => ({ name, value: STANDING[at] ?? 0 })), { name: NOTA, value: NOTA_STANDING }]
    .map(({ name, value }) => ({ name, value: value + 2 * random.next() - 1 }))
    .sort((a, b) => b.value - a.value)
    .map(({ name }) => name);
  return ranked ? liking : liking.slice(0, 1);
};

/** @param roll employee numbers of everybody who may vote */
export const planVotes = (random: Random, roll: readonly string[], candidates: readonly string[], { share, ranked }: { readonly share: number; readonly ranked: boolean }): PlannedVotes => {
  const voters = random.shuffle(roll).slice(0, Math.round(roll.length * share));
  const vote = (employeeNumber: string, day: number, revision: 1 | 2 = 1): PlannedVote => ({ employeeNumber, day, revision, choice: choose(random, candidates, ranked) });
  const [forger = '', copier = '', ...others] = voters;
  const first = [vote(forger, 0), vote(copier, 0), ...others.map((number) => vote(number, random.weightedIndex(DAY_WEIGHTS)))].sort((a, b) => a.day - b.day);
  const again = others.filter(() => random.chance(VOTE_AGAIN)).map((number) => vote(number, VOTING_DAYS - 1, 2));
  return { votes: [...first, ...again], forger, copier };
};
