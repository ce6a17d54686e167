import { record, whole } from '../../criteria/shape.js';
import { seatLabel } from '../../facts/seat-facts.js';
import { outcomeRule } from '../rule.js';

/** A heavy-workload post (격무) is not left short-handed: at least this share of its places is filled, rounded down. */
export const heavyWorkloadFloor = outcomeRule({
  code: 'HEAVY_WORKLOAD_FLOOR',
  shape: record({ percent: whole(0, 100) }),
  standard: { percent: 80 },
  apply: ({ percent }) => ({ people, seats }) => {
    const filled = new Map<string, number>();
    for (const { to, away } of people) if (to !== null && !away) filled.set(to.code, (filled.get(to.code) ?? 0) + 1);
    return [...seats.values()].flatMap(({ facts, authorizedHeadcount }) => {
      const floor = Math.floor((authorizedHeadcount * percent) / 100);
      const present = filled.get(facts.code) ?? 0;
      if (!facts.heavyWorkload || present >= floor) return [];
      return [{ unitCode: facts.departmentCode, people: [], params: { post: seatLabel(facts), filled: present, floor } }];
    });
  },
});
