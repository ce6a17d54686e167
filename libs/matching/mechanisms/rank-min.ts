import { CheapestPlacement } from '../flow/cheapest-placement.js';
import { optionRows } from '../flow/option-rows.js';
import type { Mechanism } from './mechanism.js';

/**
 * Least total rank under the right to stay, as a minimum-cost flow (Ford & Fulkerson 1957; for ranks, Featherstone 2020). A
 * wish costs its position, 1 = first; the unlisted own seat, or nothing, costs the longest list of the instance plus one,
 * for everybody alike. Who lists the own seat pays its position and gets nothing that stands behind it. Never proof
 * against strategy: a person may gain by filing another order.
 */
export const rankMin: Mechanism = {
  code: 'rank-min',
  incumbentsFirst: true,
  rightToStay: true,
  decidesBy: 'optimum',
  strategyProof: 'no',
  objective: {
    ko: '이번 배치는 모든 직원의 희망 순위 합이 가장 작아지도록 정한 결과입니다.',
    en: 'This placement has the least possible total of everybody\'s ranks of wishes.',
  },
  guarantees: ['feasible', 'individuallyRational', 'nonWasteful', 'paretoEfficient', 'rankMinimal'],
  run: (instance, { watch }) => {
    const rows = optionRows(instance);
    const flow = new CheapestPlacement(rows);
    flow.place(Int32Array.from({ length: rows.fallback + 1 }, (_, rank) => rank), watch);
    return { assignment: flow.roster.assignment(), steps: flow.steps };
  },
};
