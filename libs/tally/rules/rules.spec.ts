import { countPairs } from '../counting/count-pairs.js';
import { plain, profileOf } from '../testing/plain.js';
import { outcomeOfApproval, outcomeOfPairs, outcomeOfPlurality } from './outcome.js';
import { strengthOf } from './strength.js';
import { settleTie } from './tie.js';

const pairsOf = (candidates: readonly string[], lines: readonly string[]): ReturnType<typeof countPairs> => countPairs(profileOf(plain(candidates, lines)));

describe('none of the above', () => {
  it('drops who does not beat it, before the method decides', () => {
    // A wins without the rule; half put A behind NOTA, and half is not enough.
    const pairs = pairsOf(['A', 'B', 'N'], ['5 A B N', '3 B N A', '2 N B A']);
    expect(outcomeOfPairs(pairs, 'schulze', null)).toMatchObject({ kind: 'TIED', winners: [0, 1] });
    expect(outcomeOfPairs(pairs, 'schulze', 2)).toEqual({ kind: 'ELECTED', winners: [1], order: [[1], [2], [0]], dropped: [0] });
  });

  it('has won when nobody beats it', () => {
    expect(outcomeOfPairs(pairsOf(['A', 'B', 'N'], ['5 A N B', '5 B N A']), 'schulze', 2)).toEqual({ kind: 'NONE', winners: [], order: [[2], [0, 1]], dropped: [0, 1] });
  });

  it('takes no part in the method when somebody beats it', () => {
    // With NOTA among the options Borda would choose it; both candidates beat it.
    const pairs = pairsOf(['A', 'B', 'N'], ['3 A N B', '3 B N A', '1 A B N', '1 B A N']);
    expect(outcomeOfPairs(pairs, 'borda', 2)).toMatchObject({ kind: 'TIED', winners: [0, 1], order: [[0, 1], [2]] });
  });

  it('wins like any option in plurality, ties included', () => {
    expect(outcomeOfPlurality({ totals: [3, 2, 5], ballots: 10 }, 2)).toMatchObject({ kind: 'NONE', winners: [] });
    expect(outcomeOfPlurality({ totals: [5, 2, 3], ballots: 10 }, 2)).toMatchObject({ kind: 'ELECTED', winners: [0] });
    expect(outcomeOfPlurality({ totals: [4, 2, 4], ballots: 10 }, 2)).toMatchObject({ kind: 'TIED', winners: [0, 2] });
  });

  it('asks of an approved candidate more than half of the ballots cast', () => {
    expect(outcomeOfApproval({ totals: [6, 5, 9], ballots: 10 })).toEqual({ kind: 'ELECTED', winners: [2], order: [[2], [0], [1]], dropped: [1] });
    expect(outcomeOfApproval({ totals: [5, 4], ballots: 10 })).toEqual({ kind: 'NONE', winners: [], order: [[0, 1]], dropped: [0, 1] });
    expect(outcomeOfApproval({ totals: [7, 7, 1], ballots: 10 })).toMatchObject({ kind: 'TIED', winners: [0, 1] });
  });

  it('refuses totals that cannot be, also when nobody would be left', () => {
    expect(() => outcomeOfPairs({ options: 2, before: Float64Array.of(0, -1, 5, 0) }, 'schulze', 1)).toThrow(RangeError);
    expect(() => outcomeOfPairs(pairsOf(['A', 'N'], ['2 N A']), 'irv', 1)).toThrow('irv');
  });
});

describe('strength of a victory', () => {
  it('is the votes for it, or the lead; a draw is none', () => {
    expect([strengthOf('winning-votes', 6, 4), strengthOf('margins', 6, 4), strengthOf('winning-votes', 5, 5), strengthOf('margins', 4, 6)]).toEqual([6, 2, 0, 0]);
  });
});

describe('a tie', () => {
  it('goes by the frozen rule and says by whom', () => {
    expect(settleTie('runoff', [0, 2])).toEqual({ chosen: null, by: 'runoff' });
    expect(settleTie('mayor', [0, 2])).toEqual({ chosen: null, by: 'mayor' });
    expect(settleTie('seniority', [0, 2], { seniority: [1, 2, 0] })).toEqual({ chosen: 2, by: 'seniority' });
    expect(settleTie('lot', [0, 1, 2], { ticket: (option) => ['f3', '07', 'a0'][option] ?? '' })).toEqual({ chosen: 1, by: 'lot' });
  });

  it('falls to the mayor where a number for the lot was withheld', () => {
    expect(settleTie('lot', [0, 1], { ticket: null })).toEqual({ chosen: null, by: 'mayor' });
  });

  it('is not settled without its means', () => {
    expect(() => settleTie('lot', [0, 1])).toThrow('tickets');
    expect(() => settleTie('seniority', [0, 1], { seniority: [0] })).toThrow('leaves out');
    expect(() => settleTie('lot', [0, 1], { ticket: () => 'same' })).toThrow('do not tell');
    expect(() => settleTie('mayor', [0])).toThrow(RangeError);
  });
});
