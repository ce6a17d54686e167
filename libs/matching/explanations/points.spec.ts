import { employeeCount } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import { MechanismRefused } from '../mechanisms/mechanism.js';
import { solve } from '../solve.js';
import { randomInput } from '../testing/random-input.js';
import { built, place } from '../testing/run.js';
import { leastPoints, pointsNeeded } from './points.js';

const attempt = <Value>(work: () => Value): Value | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof MechanismRefused) return null;
    throw error;
  }
};

describe.each(['da', 'da-star', 'da-seat', 'ttc', 'ttc-star', 'to-be'])('points needed under %s', (mechanism) => {
  it('are the least that give the wish or a better one, by trying every number of points', () => {
    let found = 0, never = 0;
    for (let seed = 0; seed < 60; seed++) {
      const input = randomInput({ basis: 'scores', people: 12, seats: 4, mostPlaces: 3, scoreValues: 6, exclusions: seed % 3 === 0, newcomers: mechanism === 'to-be' ? 0 : 0.3 }, seed);
      const instance = built(input);
      const result = attempt(() => solve(instance, mechanism, { seed }));
      if (result === null) continue;
      for (let person = 0; person < employeeCount(instance); person += 3) {
        const employee = input.employees[person]!;
        const got = place(input, mechanism, seed)[employee.id]!;
        employee.wishes.forEach((wish, at) => {
          if (wish === employee.current || (got !== null && employee.wishes.slice(0, at + 1).includes(got)) || (employee.ineligible?.[at] ?? null) !== null) return;
          if (mechanism === 'to-be' && instance.current[person]! < 0) return;
          let least: number | null = null;
          for (let points = 1; least === null && points <= 7; points++) {
            const raised = structuredClone(input);
            raised.employees[person]!.scores![at]! += points;
            const now = attempt(() => place(raised, mechanism, seed)[employee.id]!) ?? null;
            if (now !== null && employee.wishes.slice(0, at + 1).includes(now)) least = points;
          }
          expect({ seed, person, wish, points: leastPoints(instance, result, person, instance.wishStart[person]! + at) }).toEqual({ seed, person, wish, points: least });
          if (least === null) never++;
          else found++;
        });
      }
    }
    expect(found).toBeGreaterThan(10);
    expect(never).toBeGreaterThan(0);
  });
});

describe('points needed', () => {
  /** `places` people of 90, 89, … get x; two more seats are closed to me, or kept. */
  const crowd = (places: number) => built({
    employees: [...Array.from({ length: places }, (_, at) => ({ id: `e${at}`, wishes: ['x'], scores: [90 - at] })), { id: 'me', wishes: ['x', 'closed', 'full'], scores: [60, 99, 50], ineligible: [null, 'RULE', null] }, { id: 'stays', current: 'full', currentScore: 0, wishes: [] }],
    seats: [{ id: 'x', capacity: places }, { id: 'closed', capacity: 1 }, { id: 'full', capacity: 1 }],
  });
  const ask = (places: number, wish: number, mechanism = 'da-star', person = places) => {
    const instance = crowd(places);
    return pointsNeeded(instance, solve(instance, mechanism, { seed: 1 }), person, wish);
  };

  it('are told where five people got in, and masked below', () => {
    expect(ask(5, 0)).toEqual({ code: 'POINTS', points: 86 - 60 + drawnLater(7, 5, 4) });
    expect(ask(4, 0)).toEqual({ code: 'MASKED' });
  });

  it('are never enough where incumbents keep the seat, and no question where points have no say', () => {
    expect(ask(5, 2)).toEqual({ code: 'NEVER' });
    expect(ask(5, 1)).toEqual({ code: 'NOT_BY_POINTS' });
    expect(ask(5, 0, 'da-star', 0)).toEqual({ code: 'NOT_BY_POINTS' });
    expect(ask(5, 0, 'sd')).toEqual({ code: 'NOT_BY_POINTS' });
    expect(ask(5, 0, 'yrmh-igyt')).toEqual({ code: 'NOT_BY_POINTS' });
    expect(() => ask(5, 3)).toThrow(RangeError);
  });

  it('are not the gap to the last score placed: whom I push out pushes somebody on, who comes before me', () => {
    const instance = built({
      employees: [
        ...Array.from({ length: 4 }, (_, at) => ({ id: `e${at}`, wishes: ['x'], scores: [90 - at] })),
        { id: 'last', wishes: ['x', 'y'], scores: [61, 50] }, { id: 'back', wishes: ['y', 'x'], scores: [40, 65] }, { id: 'me', wishes: ['x'], scores: [60] },
      ],
      seats: [{ id: 'x', capacity: 5 }, { id: 'y', capacity: 1 }],
    });
    const result = solve(instance, 'da', { seed: 1 });
    expect([...result.assignment]).toEqual([0, 0, 0, 0, 0, 1, -1]);
    expect(pointsNeeded(instance, result, 6, 0)).toEqual({ code: 'POINTS', points: 65 - 60 + drawnLater(7, 6, 5) });
  });
});

/** 1 where `one` is drawn behind `other` and so needs a point more than they have. */
function drawnLater(people: number, one: number, other: number): number {
  const lottery = drawLottery(people, 1);
  return lottery[one]! < lottery[other]! ? 0 : 1;
}
