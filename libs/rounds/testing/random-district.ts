import type { RunInput, RunPerson, RunSeat } from '../run/run-input.js';
import { runInput, runPerson, runSeat } from './made-up.js';

/** A small generator for specs only: numbers below `bound`, the same for one seed. */
const generator = (seed: number) => {
  let state = seed >>> 0;
  return (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
};

/** A made-up round of that many people and posts, the same for one seed; every fiftieth person is displaced. */
export const randomDistrict = (people: number, posts: number, seed: number): RunInput => {
  const next = generator(seed);
  const series = ['행정', '세무', '시설'];
  const code = (index: number): string => `P${String(index).padStart(4, '0')}`;
  const seats: RunSeat[] = Array.from({ length: posts }, (_, index) => runSeat(code(index), 1 + next(3), {
    state: next(40) === 0 ? 'FROZEN' : 'OPEN',
    facts: { departmentCode: `D${index % 33}`, bureauCode: `B${index % 7}`, inDong: index % 4 === 0, jobSeries: next(3) === 0 ? [series[next(3)] ?? '행정'] : [] },
  }));
  const held = new Map<string, number>();
  const crowd: RunPerson[] = Array.from({ length: people }, (_, index) => {
    const displaced = index < people / 50;
    const own = code(next(posts));
    const full = (held.get(own) ?? 0) >= (seats.find(({ facts }) => facts.code === own)?.authorizedHeadcount ?? 0);
    if (!full) held.set(own, (held.get(own) ?? 0) + 1);
    const wishes = new Set(Array.from({ length: 1 + next(5) }, () => code(Math.floor((next(1000) / 1000) ** 2 * posts))));
    wishes.delete(own);
    return runPerson(`E${String(index).padStart(5, '0')}`, displaced ? 'GONE' : full ? null : own, [...wishes], {
      displaced, returner: full && !displaced, jobSeries: series[next(3)] ?? '행정', tenureMonths: next(48), sideMonths: next(60),
      hardship: next(60) === 0 ? ['ILLNESS'] : [], away: next(30) === 0 && !displaced ? 'LEAVE' : null,
      requestedFor: [...wishes].filter(() => next(3) === 0).sort(),
    });
  });
  return runInput(crowd, seats, { seed: String(seed) });
};
