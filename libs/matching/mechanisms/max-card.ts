import { CheapestPlacement } from '../flow/cheapest-placement.js';
import { optionRows } from '../flow/option-rows.js';
import { partOf, type Mechanism } from './mechanism.js';
import { yrmhIgyt } from './yrmh-igyt.js';

/**
 * Most people at one of their wishes, a listed own seat included (maximum matching along disjoint shortest chains, Hopcroft
 * & Karp 1973), under the right to stay. Then people trade what they have, and take what is still free, in the common
 * order (as in `yrmh-igyt`), so that nobody is left at a late wish for nothing; nobody loses by that, so the number
 * stays. Not proof against strategy: a longer list makes it likelier to get any wish at all.
 */
export const maxCard: Mechanism = {
  code: 'max-card',
  incumbentsFirst: true,
  rightToStay: true,
  decidesBy: 'optimum',
  strategyProof: 'no',
  objective: {
    ko: '이번 배치는 희망한 자리 가운데 한 곳에 배치되는 직원 수가 가장 많아지도록 정한 결과입니다.',
    en: 'This placement has the most people at one of their wishes.',
  },
  guarantees: ['feasible', 'individuallyRational', 'nonWasteful', 'paretoEfficient', 'maximumCardinality'],
  run: (instance, draw) => {
    const rows = optionRows(instance);
    const flow = new CheapestPlacement(rows);
    flow.place(Int32Array.from({ length: rows.fallback + 1 }, (_, rank) => (rank === rows.fallback ? 1 : 0)), partOf(draw.watch, 0, 0.9));
    const placed = { ...instance, current: flow.roster.assignment() };
    const traded = yrmhIgyt.run(placed, { lottery: draw.lottery, parameters: draw.parameters, watch: partOf(draw.watch, 0.9, 1) });
    return { assignment: traded.assignment, steps: flow.steps + traded.steps };
  },
};
