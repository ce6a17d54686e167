import type { MethodCode } from '../methods/method.js';
import { plain, type PlainBallots } from './plain.js';

/** An election from the literature whose answer is known. */
export interface PublishedElection {
  readonly name: string;
  readonly source: string;
  readonly method: MethodCode;
  readonly input: PlainBallots;
  readonly winners: string;
  /** Groups with "=", as in the ballots. */
  readonly order?: string;
  readonly scores?: Readonly<Record<string, number>>;
  readonly rounds?: readonly Readonly<Record<string, number>>[];
  readonly pairwise?: readonly (readonly [string, string, number])[];
}

const letters = (text: string): string => [...text].join(' ');
const strict = (names: string, lines: Readonly<Record<string, number>>): PlainBallots => plain([...names], Object.entries(lines).map(([order, count]) => `${count} ${letters(order)}`));

const tennessee = plain(['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'], [
  '42 Memphis Nashville Chattanooga Knoxville', '26 Nashville Chattanooga Knoxville Memphis', '15 Chattanooga Knoxville Nashville Memphis', '17 Knoxville Chattanooga Nashville Memphis',
]);
const TENNESSEE = 'Wikipedia, capital of Tennessee, in its articles on the methods';
const schulze45 = strict('ABCDE', { ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 });
const legrand = strict('ABCDE', {
  ACEDB: 98, BAECD: 64, BAEDC: 12, BEACD: 98, BEADC: 13, BEDAC: 125, CAEDB: 124, CEADB: 76, DABEC: 21, DBAEC: 30, DBECA: 98, DCABE: 139, DCBAE: 23,
});

export const publishedElections: readonly PublishedElection[] = [
  { name: '45 voters', source: 'Schulze 2011, example 3; Wikipedia, Schulze method', method: 'schulze', input: schulze45, winners: 'E', order: 'E A C B D',
    pairwise: [['A', 'B', 20], ['A', 'C', 26], ['C', 'B', 29], ['D', 'E', 14], ['E', 'B', 27], ['B', 'D', 33]] },
  { name: '21 voters', source: 'Schulze 2011, example 1', method: 'schulze', input: strict('ABCD', { ACDB: 8, BADC: 2, CDBA: 4, DBAC: 4, DCBA: 3 }), winners: 'D' },
  { name: 'nine voters, two winners', source: 'Schulze 2011, example 4', method: 'schulze', input: strict('ABCD', { ABCD: 3, CBDA: 2, DABC: 2, DBCA: 2 }), winners: 'B=D', order: 'B=D A=C' },
  { name: 'three voters in a circle', source: 'nodejs/caritat, tests of its Condorcet count', method: 'schulze', input: strict('abc', { abc: 1, bca: 1, cab: 1 }), winners: 'a=b=c', order: 'a=b=c' },
  { name: 'two ballots with equal ranks', source: 'python-vote-core, test of its tie breaker', method: 'schulze', input: plain(['A', 'B', 'C'], ['1 A B=C', '1 B A C']), winners: 'A=B',
    pairwise: [['A', 'B', 1], ['A', 'C', 2], ['B', 'A', 1], ['B', 'C', 1], ['C', 'A', 0], ['C', 'B', 0]] },
  { name: '921 voters', source: 'LeGrand, RBVote description of methods', method: 'copeland', input: legrand, winners: 'A=B' },
  { name: '100 voters, example 4', source: 'Gorr, ranked pairs examples', method: 'ranked-pairs', input: strict('ABCD', { ADCB: 12, BACD: 3, BCAD: 25, CBAD: 21, DABC: 12, DACB: 21, DBAC: 6 }), winners: 'B', order: 'B A D C' },
  { name: 'no ties', source: 'python-vote-core, test of instant runoff', method: 'irv', input: plain(['c1', 'c2', 'c3'], ['26 c1 c2 c3', '20 c2 c3 c1', '23 c3 c1 c2']), winners: 'c3', order: 'c3 c1 c2',
    rounds: [{ c1: 26, c2: 20, c3: 23 }, { c1: 26, c3: 43 }] },
  { name: 'Tennessee', source: TENNESSEE, method: 'plurality', input: tennessee, winners: 'Memphis', order: 'Memphis Nashville Knoxville Chattanooga' },
  { name: 'Tennessee', source: TENNESSEE, method: 'irv', input: tennessee, winners: 'Knoxville', order: 'Knoxville Memphis Nashville Chattanooga' },
  { name: 'Tennessee', source: TENNESSEE, method: 'borda', input: tennessee, winners: 'Nashville', order: 'Nashville Chattanooga Memphis Knoxville',
    scores: { Memphis: 126, Nashville: 194, Chattanooga: 173, Knoxville: 107 } },
  { name: 'Tennessee', source: TENNESSEE, method: 'ranked-pairs', input: tennessee, winners: 'Nashville', order: 'Nashville Chattanooga Knoxville Memphis' },
  { name: 'Tennessee', source: TENNESSEE, method: 'schulze', input: tennessee, winners: 'Nashville', order: 'Nashville Chattanooga Knoxville Memphis' },
  { name: 'Tennessee', source: TENNESSEE, method: 'schulze-margins', input: tennessee, winners: 'Nashville', order: 'Nashville Chattanooga Knoxville Memphis' },
  { name: 'three proposals', source: 'constructed: two approvals of B, one of A and C', method: 'approval', input: plain(['A', 'B', 'C'], ['1 A=B', '1 B C']), winners: 'B', order: 'B A=C', scores: { A: 1, B: 2, C: 1 } },
];
