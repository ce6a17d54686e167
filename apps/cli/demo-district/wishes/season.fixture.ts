import { yearEnd } from '../dates.js';
import { type DemoDistrict } from '../model.js';
import { directoryWithMerger } from './generate-wishes.js';
import { type DemoWishList } from './model.js';
import { fits } from './qualify.js';
import { isLikelyEligible, tenureMonths } from './willing.js';

/**
 * A season in miniature for the specs: displaced staff first, then deferred acceptance with the right to stay, longest
 * tenure first, ties by employee number; nobody has to leave. It shares nothing with the engine and says only whether the invented wishes
 * make a season of the planned size.
 */
export function proposeAndStay(district: DemoDistrict, lists: readonly DemoWishList[], longLeaveFrees: boolean): {
  displacedPlaced: number; moved: number; firstChoices: number;
} {
  const lookUp = directoryWithMerger(district);
  const cutOff = yearEnd(district.referenceDate);
  const taking = lists.filter((list) => list.displaced || isLikelyEligible(lookUp.employee(list.employeeNumber), lookUp, district.referenceDate));
  const participants = new Set(taking.map((list) => list.employeeNumber));
  const places = new Map([...district.positions, ...district.facts.merger.newPositions].map((position) => [position.code, position.authorizedHeadcount]));
  const take = (code: string): void => void places.set(code, (places.get(code) ?? 0) - 1);
  for (const one of district.employees) {
    const away = one.leaveFrom !== null && (one.leaveTo === null || one.leaveTo > cutOff);
    if (!participants.has(one.employeeNumber) && !(longLeaveFrees && away)) take(one.positionCode);
  }
  const first = run(taking.filter((list) => list.displaced), false);
  for (const code of first.values()) take(code);
  const rest = taking.filter((list) => !list.displaced);
  const second = run(rest, true);
  const moves = rest.filter((list) => second.get(list.employeeNumber) !== lookUp.employee(list.employeeNumber).positionCode);
  return {
    displacedPlaced: first.size,
    moved: moves.length,
    firstChoices: moves.filter((list) => list.wishes[0]?.positionCode === second.get(list.employeeNumber)).length,
  };

  function run(people: readonly DemoWishList[], stay: boolean): Map<string, string> {
    const options = new Map(people.map((list) => {
      const one = lookUp.employee(list.employeeNumber);
      const codes = list.wishes.map((wish) => wish.positionCode).filter((code) => fits(one, lookUp.position(code)));
      return [list.employeeNumber, stay ? [...codes, one.positionCode] : codes];
    }));
    const rank = (number: string, code: string): number => {
      const one = lookUp.employee(number);
      return one.positionCode === code ? Infinity : tenureMonths(one, cutOff) + Number(number.slice(4)) / 10_000;
    };
    const held = new Map<string, string[]>();
    const waiting = people.map((list) => list.employeeNumber);
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const code = options.get(number)?.shift();
      if (code === undefined) continue;
      const holders = [...(held.get(code) ?? []), number].sort((a, b) => rank(b, code) - rank(a, code));
      const limit = Math.max(0, places.get(code) ?? 0);
      waiting.push(...holders.slice(limit));
      held.set(code, holders.slice(0, limit));
    }
    return new Map([...held].flatMap(([code, numbers]) => numbers.map((number) => [number, code] as const)));
  }
}
