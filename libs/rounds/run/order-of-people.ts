import { drawLottery } from '#matching';
import type { CompiledPerson, CompiledRound } from './compile.js';

const byLottery = ({ people }: CompiledRound, seed: string): ((person: CompiledPerson) => number) => {
  const lottery = drawLottery(people.length, seed);
  const drawn = new Map(people.map((person, index) => [person, lottery[index] ?? 0]));
  return (person) => drawn.get(person) ?? 0;
};

const precedence = ({ mustMove }: CompiledPerson): number => (mustMove === 'DISPLACED' ? 0 : mustMove === 'NO_POST' ? 1 : 2);

/** Who chooses first among those placed out of wish: cause, time served, then the round's lottery. */
export const inTurn = (round: CompiledRound, seed: string): ((people: readonly CompiledPerson[]) => readonly CompiledPerson[]) => {
  const draw = byLottery(round, seed);
  return (people) => [...people].sort((a, b) => precedence(a) - precedence(b) || b.facts.tenureMonths - a.facts.tenureMonths || draw(a) - draw(b));
};

/**
 * Everybody in one common order, for mechanisms of turns: by the points that are the same at every post, then by the
 * round's lottery. Points that differ from post to post have no place in an order that all posts share.
 */
export const commonOrder = (round: CompiledRound, seed: string): readonly CompiledPerson[] => {
  const draw = byLottery(round, seed);
  return [...round.people].sort((a, b) => b.commonScore - a.commonScore || draw(a) - draw(b));
};
