import { solvePacking, type Packing } from './packing-lp.js';
import { usesOf, violatedTriples, type Triple } from './subset-cuts.js';
import { along, type Flow, type Part } from './part.js';

export interface Limit {
  /** No disjoint cycles are worth more; -Infinity where the flows are impossible. */
  readonly worth: number;
  /** By cycle: how much less it is worth than the prices of its members, 0 or more but for rounding. */
  readonly loss: Float64Array;
  /** By cycle: how much of it the fractional optimum takes. */
  readonly share: Float64Array;
  readonly pivots: number;
}

/** Prices are fractions, worths are whole. */
const ROUNDING = 1e-4;
/** More movers than one person on a seat can make possible. */
const OWED = 1_000;

/**
 * The fractional optimum over some of the cycles, cut off from what no whole answer can be: as long as it moves a fraction of
 * a person, the movers are limited to whole people (Gomory 1958), and triples that it violates are added to `cuts`, which
 * hold for every choice of cycles. Null when `mostPivots` were not enough.
 */
export function fractionalLimit(part: Part, cycles: readonly number[], flows: readonly Flow[], cuts: Triple[], mostRounds: number, mostPivots: number): Limit | null {
  const { people, members, heavy } = part;
  let pivots = 0;
  for (let movers = people, round = 0; ; round++) {
    const packing = packingOf(part, cycles, flows, cuts, movers);
    const solution = solvePacking(packing, OWED * heavy, mostPivots - pivots);
    if (solution === null) return null;
    pivots += solution.pivots;
    if (!solution.isPaid) return { worth: -Infinity, loss: new Float64Array(0), share: new Float64Array(0), pivots };
    const price = solution.price.map((one) => Math.max(0, one));
    const whole = price.reduce((sum, one, row) => sum + one * packing.right[row]!, 0);
    const moversAtMost = Math.floor((whole + ROUNDING) / heavy);
    const split = solution.share.reduce((sum, one, at) => sum + one * members[cycles[at]!]!.length, 0) > moversAtMost + 1e-3;
    const more = round < mostRounds ? violatedTriples(part, cycles, solution.share) : [];
    if (more.length === 0 && (moversAtMost >= movers || !split)) {
      return { worth: Math.floor(whole + ROUNDING), loss: lossOf(packing, price), share: solution.share, pivots };
    }
    if (split) movers = Math.min(movers, moversAtMost);
    cuts.push(...more);
  }
}

/** Rows: people, then all movers together, then the flows, then the cuts. */
function packingOf(part: Part, cycles: readonly number[], flows: readonly Flow[], cuts: readonly Triple[], movers: number): Packing {
  const { people, members, worth } = part;
  const cutsOf: number[][] = Array.from({ length: people }, () => []);
  cuts.forEach((triple, at) => { for (const row of triple) cutsOf[row]!.push(at); });
  const firstCut = people + 1 + flows.length;
  const columnStart = [0], columnRow: number[] = [], columnUse: number[] = [];
  const use = (row: number, much: number): void => { columnRow.push(row); columnUse.push(much); };
  for (const cycle of cycles) {
    const list = members[cycle]!;
    for (const row of list) use(row, 1);
    use(people, list.length);
    flows.forEach(({ from, to, bound }, at) => { if (along(part, cycle, from, to)) use(people + 1 + at, bound === 'most' ? 1 : -1); });
    for (const at of new Set(list.flatMap((row) => cutsOf[row]!))) if (usesOf(cuts[at]!, list) === 1) use(firstCut + at, 1);
    columnStart.push(columnRow.length);
  }
  const right = new Float64Array(firstCut + cuts.length).fill(1);
  right[people] = movers;
  flows.forEach(({ bound, count }, at) => { right[people + 1 + at] = bound === 'most' ? count : -count; });
  return {
    rows: right.length, columnStart: Int32Array.from(columnStart), columnRow: Int32Array.from(columnRow), columnUse: Float64Array.from(columnUse),
    weight: Float64Array.from(cycles, (cycle) => worth[cycle]!), right,
  };
}

function lossOf({ columnStart, columnRow, columnUse, weight }: Packing, price: Float64Array): Float64Array {
  return weight.map((one, column) => {
    let paid = 0;
    for (let q = columnStart[column]!; q < columnStart[column + 1]!; q++) paid += price[columnRow[q]!]! * columnUse[q]!;
    return paid - one;
  });
}
