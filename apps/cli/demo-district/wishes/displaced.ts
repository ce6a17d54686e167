import { type DemoDistrict, type DemoEmployee, type DemoPosition } from '../model.js';
import { type Random } from '../random.js';
import { fits } from './qualify.js';

/** Empty places of each position (결원); positions without one are absent. */
export function vacancies(district: DemoDistrict): Map<string, number> {
  const held = new Map<string, number>();
  for (const { positionCode } of district.employees) held.set(positionCode, (held.get(positionCode) ?? 0) + 1);
  return new Map(district.positions
    .map((position): [string, number] => [position.code, position.authorizedHeadcount - (held.get(position.code) ?? 0)])
    .filter(([, free]) => free > 0));
}

/**
 * A place for each displaced person that the person qualifies for: new dong first, vacancies elsewhere for the rest.
 * Augmenting paths (Kuhn 1955), so that nobody stays without a place if any assignment gives everyone one.
 * @returns employee number → position code
 * @throws RangeError when no assignment places everyone
 */
export function placesForDisplaced(
  people: readonly DemoEmployee[], open: readonly { position: DemoPosition; places: number }[],
): Map<string, string> {
  const slots = open.flatMap(({ position, places }) => Array.from({ length: places }, () => position));
  const holder: (DemoEmployee | undefined)[] = slots.map(() => undefined);
  const place = (person: DemoEmployee, seen: Set<number>): boolean => {
    for (const [index, position] of slots.entries()) {
      if (seen.has(index) || !fits(person, position)) continue;
      seen.add(index);
      const other = holder[index];
      if (other === undefined || place(other, seen)) {
        holder[index] = person;
        return true;
      }
    }
    return false;
  };
  for (const person of people) {
    if (!place(person, new Set())) throw new RangeError(`no place is left for ${person.employeeNumber}`);
  }
  return new Map(slots.flatMap((position, index) => {
    const person = holder[index];
    return person === undefined ? [] : [[person.employeeNumber, position.code] as const];
  }));
}

/** The wish list of a displaced person: the place planned, and others among the open ones, the new dong favoured. */
export function displacedCodes(
  person: DemoEmployee, planned: string, open: readonly DemoPosition[], newUnitCode: string, random: Random,
): string[] {
  let others = open.filter((position) => position.code !== planned && fits(person, position));
  const codes = [planned];
  const size = random.between(3, 5);
  while (codes.length < size && others.length > 0) {
    const chosen = random.weighted(others, (position) => (position.unitCode === newUnitCode ? 3 : 1));
    others = others.filter((position) => position !== chosen);
    codes.splice(random.between(0, codes.length), 0, chosen.code);
  }
  return codes;
}
