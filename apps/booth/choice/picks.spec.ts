import { BALLOT_KINDS, kindNamed } from '#ballot-box';
import { anyChoice, choiceOf, chosen, firstPicks, isComplete, moved, ranks, tieToggled } from './picks.js';

describe('a ranking', () => {
  const begin = firstPicks('strict-ranking', 4);

  it('begins with the order of the ballot and moves one card', () => {
    expect(choiceOf(begin)).toEqual([[0], [1], [2], [3]]);
    expect(choiceOf(moved(begin, 3, 0))).toEqual([[3], [0], [1], [2]]);
    expect(choiceOf(moved(begin, 0, 2))).toEqual([[1], [2], [0], [3]]);
  });

  it('keeps a card inside the list', () => {
    expect(moved(begin, 0, -1).order).toEqual([0, 1, 2, 3]);
    expect(moved(begin, 1, 9).order).toEqual([0, 2, 3, 1]);
    expect(moved(begin, 7, 0)).toBe(begin);
  });

  it('with ties: neighbours share a rank, the next follows without a gap', () => {
    const tied = tieToggled(firstPicks('weak-ranking', 4), 2);
    expect(ranks(tied)).toEqual([1, 2, 2, 3]);
    expect(choiceOf(tied)).toEqual([[0], [1, 2], [3]]);
    expect(choiceOf(tieToggled(tied, 2))).toEqual([[0], [1], [2], [3]]);
    expect(tieToggled(tied, 0)).toBe(tied);
  });

  it('moves a card into a tie: the pattern of ranks stays', () => {
    const tied = tieToggled(firstPicks('weak-ranking', 3), 1);
    expect(choiceOf(moved(tied, 2, 0))).toEqual([[2, 0], [1]]);
  });
});

it('takes one in plurality, and needs it', () => {
  const begin = firstPicks('plurality', 3);
  expect(isComplete(begin)).toBe(false);
  const second = chosen(chosen(begin, 0), 2);
  expect(isComplete(second)).toBe(true);
  expect(choiceOf(second)).toEqual([[2]]);
});

it('takes any number in approval, none too', () => {
  const begin = firstPicks('approval', 3);
  expect(isComplete(begin)).toBe(true);
  expect(choiceOf(begin)).toEqual([]);
  const two = chosen(chosen(begin, 2), 0);
  expect(choiceOf(two)).toEqual([[0, 2]]);
  expect(choiceOf(chosen(two, 2))).toEqual([[0]]);
});

it.each(BALLOT_KINDS)('some choice fits %s', (kind) => {
  expect(() => kindNamed(kind).encode(4, anyChoice(kind, 4))).not.toThrow();
});
