import { CheapestPlacement } from '../flow/cheapest-placement.js';
import { optionRows } from '../flow/option-rows.js';
import { partOf, type Mechanism } from './mechanism.js';

/**
 * Most people at their first wish, among such placements most at their second, and so on (Irving, Kavitha, Mehlhorn,
 * Michail & Paluch 2006), under the right to stay. One phase a rank: what cannot be part of a best placement so far is
 * taken away, seats that are full in all of them must stay full, and the next rank is counted in what remains (the
 * reduction by dual prices of Huang, Kavitha, Mehlhorn & Michail 2016). So no weight outgrows a whole number, however
 * long the lists. Not proof against strategy.
 */
export const rankMaximal: Mechanism = {
  code: 'rank-maximal',
  incumbentsFirst: true,
  rightToStay: true,
  decidesBy: 'optimum',
  strategyProof: 'no',
  objective: {
    ko: '이번 배치는 1지망에 배치되는 직원이 가장 많고, 이어서 2지망, 3지망의 순서로 배치되는 직원이 가장 많아지도록 정한 결과입니다.',
    en: 'This placement has the most people at their first wish, then the most at their second, and so on.',
  },
  guarantees: ['feasible', 'individuallyRational', 'nonWasteful', 'paretoEfficient', 'rankMaximal'],
  run: (instance, { watch }) => {
    const rows = optionRows(instance);
    const { fallback } = rows;
    const flow = new CheapestPlacement(rows);
    let left: Int32Array = new Int32Array(fallback + 1).fill(1);
    for (let rank = 1; rank < fallback; rank++) {
      if (left[rank] === 0) continue;
      flow.place(Int32Array.from({ length: fallback + 1 }, (_, at) => (at === rank ? 0 : 1)), partOf(watch, (rank - 1) / fallback, rank / fallback));
      left = flow.keepCheapest();
    }
    // Where nobody has any wish, no phase placed them.
    flow.place(new Int32Array(fallback + 1), partOf(watch, (fallback - 1) / fallback, 1));
    return { assignment: flow.roster.assignment(), steps: flow.steps };
  },
};
