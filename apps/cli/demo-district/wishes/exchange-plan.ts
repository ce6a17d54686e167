import { type Directory } from '../directory.js';
import { type DemoEmployee, type DemoPosition } from '../model.js';
import { type Random } from '../random.js';
import { fits } from './qualify.js';

const CHAIN_GOES_ON = 0.8;
const LONGEST_CHAIN = 7;
const LONGEST_CYCLE = 4;
const ATTEMPTS = 40;

export interface ExchangePlanInput {
  readonly people: readonly DemoEmployee[];
  /** Position codes with one empty place each time they occur. */
  readonly vacancies: readonly string[];
  /** How many people shall have a planned post in all. */
  readonly wanted: number;
  readonly lookUp: Directory;
  readonly random: Random;
  /** A further bound on who may be sent where. */
  readonly allows: (person: DemoEmployee, position: DemoPosition) => boolean;
  /** People who have to leave their post come first in the plan. */
  readonly mustMove: (person: DemoEmployee) => boolean;
}

/**
 * A hidden plan of moves that would all be possible together: chains that fill a vacancy, each mover's post being
 * filled by the next, and cycles of two to four who exchange. Each planned post stands in its person's wish list, so
 * that a season has moves to find; the plan itself is never shown.
 * @returns employee number → position code
 */
export function planExchanges({ people, vacancies, wanted, lookUp, random, allows, mustMove }: ExchangePlanInput): Map<string, string> {
  const plan = new Map<string, string>();
  let free = random.shuffle(people).sort((a, b) => Number(mustMove(b)) - Number(mustMove(a)));
  const settle = (person: DemoEmployee, position: DemoPosition): void => {
    plan.set(person.employeeNumber, position.code);
    free = free.filter((one) => one !== person);
  };
  const seatOf = (person: DemoEmployee): DemoPosition => lookUp.position(person.positionCode);
  const may = (person: DemoEmployee, position: DemoPosition): boolean =>
    lookUp.division(seatOf(person).unitCode) !== lookUp.division(position.unitCode) && fits(person, position) && allows(person, position);

  for (const code of random.shuffle(vacancies)) {
    let open = lookUp.position(code);
    for (let length = 0; length < LONGEST_CHAIN && plan.size < wanted; length += 1) {
      const mover = free.find((person) => may(person, open));
      if (mover === undefined) break;
      settle(mover, open);
      open = seatOf(mover);
      if (!random.chance(CHAIN_GOES_ON)) break;
    }
  }

  const cycleFrom = (first: DemoEmployee, length: number): DemoEmployee[] | null => {
    const path = [first];
    while (path.length < length) {
      const last = path.at(-1) ?? first;
      const candidates = free.filter((person) => !path.includes(person) && may(last, seatOf(person)));
      const closing = path.length + 1 === length ? candidates.filter((person) => may(person, seatOf(first))) : candidates;
      if (closing.length === 0) return null;
      path.push(random.pick(closing));
    }
    return path;
  };
  for (const first of [...free]) {
    if (plan.size >= wanted) break;
    if (plan.has(first.employeeNumber)) continue;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const cycle = cycleFrom(first, random.between(2, LONGEST_CYCLE));
      if (cycle === null) continue;
      for (const [index, person] of cycle.entries()) settle(person, seatOf(cycle[(index + 1) % cycle.length] ?? first));
      break;
    }
  }
  return plan;
}
