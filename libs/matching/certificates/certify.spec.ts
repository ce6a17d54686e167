import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery } from '../lottery/lottery.js';
import { falseClaims } from '../testing/false-claims.js';
import { blockingPairs, holders, liking, placements, plain, type Placement, type Plain } from '../testing/plain.js';
import { randomInput } from '../testing/random-input.js';
import { built } from '../testing/run.js';
import type { Certificate } from './certificate.js';
import { certify } from './certify.js';
import { measure } from './metrics.js';

/** What the certificate must find, worked out the slow way on the plain form. */
function expected(own: Plain, printed: Plain, placement: Placement) {
  const better = own.people.flatMap((person) => own.options.get(person)!.slice(0, liking(own, person, placement[person]!)).map((seat) => ({ person, seat })));
  const before = (a: string, b: string, seat: string): boolean => printed.ranking.get(seat)!.indexOf(a) < printed.ranking.get(seat)!.indexOf(b);
  const behind = better.map(({ person, seat }) => ({ person, seat, whom: holders(own, placement, seat).filter((other) => before(person, other, seat)) }));
  const envied = behind.filter(({ seat, whom }) => whom.some((other) => own.current.get(other) !== seat));
  const dominates = (other: Placement): boolean => own.people.every((person) => liking(own, person, other[person]!) <= liking(own, person, placement[person]!))
    && own.people.some((person) => other[person] !== placement[person]);
  return {
    worse: own.people.filter((person) => own.current.get(person) !== null && liking(own, person, placement[person]!) > liking(own, person, own.current.get(person)!)).length,
    waste: better.filter(({ seat }) => holders(own, placement, seat).length < own.capacity.get(seat)!).length,
    envy: envied.length,
    towardsKept: behind.filter((one) => one.whom.length > 0).length - envied.length,
    blocking: blockingPairs(own, placement).length,
    efficient: !placements(own).some(dominates),
  };
}

function found(certificate: Certificate) {
  return {
    worse: certificate.individuallyRational.count, waste: certificate.nonWasteful.count, envy: certificate.noJustifiedEnvy.count,
    towardsKept: certificate.noJustifiedEnvy.towardsKeptIncumbents, blocking: certificate.stable.count, efficient: certificate.paretoEfficient.holds,
  };
}

function numbers(instance: Instance, placement: Placement): Int32Array {
  const seat = new Map(Array.from({ length: seatCount(instance) }, (_, at) => [`s${at + 1}`, at]));
  return Int32Array.from({ length: employeeCount(instance) }, (_, at) => seat.get(placement[`p${at + 1}`] ?? '') ?? -1);
}

describe.each([['da-star', true], ['da', false]] as const)('certify for %s', (mechanism, incumbentsFirst) => {
  it('finds exactly what is there, on every feasible placement of small rounds', () => {
    const seen = { worse: 0, waste: 0, envy: 0, towardsKept: 0, blocking: 0, efficient: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const input = randomInput({ basis: (['scores', 'priority', 'lottery'] as const)[seed % 3]!, people: 4, seats: 3, mustMove: true, exclusions: true, scoreValues: 2 }, seed);
      const instance = built(input);
      const own = plain(input, seed, incumbentsFirst);
      const printed = plain(input, seed, false);
      let checked = 0;
      for (const placement of placements(own)) {
        if (checked++ > 60) break;
        const certificate = certify(instance, numbers(instance, placement), { mechanism, seed });
        const truth = expected(own, printed, placement);
        expect(certificate.feasible.holds).toBe(true);
        expect({ seed, placement, ...found(certificate) }).toEqual({ seed, placement, ...truth });
        for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += Number(truth[key]);
        expect(falseClaims(own, printed, placement, certificate)).toEqual([]);
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

describe('certify', () => {
  const input = {
    employees: [{ id: 'a', wishes: ['x', 'y'], scores: [9, 9] }, { id: 'b', wishes: ['x'], scores: [5] }, { id: 'c', current: 'y', wishes: ['x'], scores: [1], currentScore: 0 }],
    seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }],
  };
  it('names who was wronged, towards whom, and by which place', () => {
    const certificate = certify(built(input), Int32Array.of(-1, 0, 1), { mechanism: 'da-star', seed: 1 });
    expect(certificate.noJustifiedEnvy).toEqual({ holds: false, count: 1, items: [{ employee: 'a', seat: 'x', towards: 'b' }], towardsKeptIncumbents: 1 });
    expect(certificate.stable.items).toEqual([{ employee: 'a', seat: 'x', instead: 'b' }]);
    expect(certificate.holds).toBe(false);
  });

  it('names an overfull seat and a seat that was never open', () => {
    const certificate = certify(built(input), Int32Array.of(0, 1, 0), { mechanism: 'da-star', seed: 1 });
    expect(certificate.feasible.items).toEqual([{ code: 'NOT_OPEN_TO', employee: 'b', seat: 'y' }, { code: 'SEAT_OVERFULL', seat: 'x', places: 1, holders: 2 }]);
  });

  it('names who lost the own seat, and the free place that somebody wants', () => {
    const certificate = certify(built(input), Int32Array.of(0, -1, -1), { mechanism: 'da-star', seed: 1 });
    expect(certificate.individuallyRational.items).toEqual([{ employee: 'c', current: 'y', got: null }]);
    expect(certificate.nonWasteful.items).toEqual([{ employee: 'c', seat: 'y', free: 1 }]);
    expect(certificate.paretoEfficient.improvement).toEqual({ kind: 'free-place', steps: [{ employee: 'c', from: null, to: 'y' }] });
  });

  it('counts more than it lists', () => {
    const many = { employees: Array.from({ length: 1_200 }, (_, at) => ({ id: `e${at}`, wishes: ['x'] })), seats: [{ id: 'x', capacity: 1_200 }] };
    const { nonWasteful } = certify(built(many), new Int32Array(1_200).fill(-1), { mechanism: 'da-star', seed: 1 });
    expect([nonWasteful.count, nonWasteful.items.length]).toEqual([1_200, 1_000]);
  });

  it('refuses an assignment of the wrong length or to a seat that is not there', () => {
    const instance = built(input);
    expect(() => certify(instance, Int32Array.of(0), { mechanism: 'da', seed: 1 })).toThrow(RangeError);
    expect(() => certify(instance, Int32Array.of(0, 2, 1), { mechanism: 'da', seed: 1 })).toThrow(RangeError);
    expect(() => certify(instance, Int32Array.of(0, 1, 1), { mechanism: 'nobody', seed: 1 })).toThrow('registered are');
  });

  it('is told nothing by the lottery of another seed', () => {
    const tied = built({ employees: [{ id: 'a', wishes: ['x'], scores: [1] }, { id: 'b', wishes: ['x'], scores: [1] }], seats: [{ id: 'x', capacity: 1 }] });
    const first = drawLottery(2, 1)[0] === 0;
    const assignment = first ? Int32Array.of(0, -1) : Int32Array.of(-1, 0);
    expect(certify(tied, assignment, { mechanism: 'da-star', seed: 1 }).holds).toBe(true);
    expect(certify(tied, Int32Array.of(assignment[1]!, assignment[0]!), { mechanism: 'da-star', seed: 1 }).holds).toBe(false);
  });
});

describe('measure', () => {
  it('counts people by wish, stays, moves and free places', () => {
    const instance = built({
      employees: [{ id: 'a', wishes: ['x', 'y'] }, { id: 'b', current: 'y', wishes: ['x', 'z'] }, { id: 'c', current: 'z', wishes: ['x'] }, { id: 'd', wishes: ['x'] }, { id: 'e', current: 'z', wishes: ['z'] }],
      seats: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }, { id: 'z', capacity: 4 }],
    });
    expect(measure(instance, Int32Array.of(0, 2, 2, -1, 2))).toEqual({ employees: 5, seats: 3, places: 6, byRank: [2, 1], stayed: 1, none: 1, movers: 2, unfilledPlaces: 2 });
  });
});
