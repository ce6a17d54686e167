import { allIds, certify, measure } from '#matching';
import type { PlacementView } from '../rules/outcome/placement-view.js';
import type { CompiledRound } from './compile.js';
import { departmentFlows, type DepartmentFlow } from './department-flows.js';
import type { OutcomeCode, PlacedRound } from './placed-round.js';

export interface RunMetrics {
  readonly participants: number;
  readonly placed: number;
  /** People by the wish granted: `byRank[0]` the first. */
  readonly byRank: readonly number[];
  readonly stayed: number;
  readonly unmet: number;
  readonly outOfWish: number;
  readonly excluded: number;
  readonly displaced: { readonly people: number; readonly placed: number };
  readonly movers: number;
  readonly mustMove: number;
  /** Placed where a head had requested them by name. */
  readonly mutual: number;
  /** Places of the last phase of wishes that stayed empty. */
  readonly unfilledPlaces: number;
  /** People who may stay and end neither at their post nor at one they wished for. */
  readonly worseOff: number;
  /** What every scenario is read by alike, whatever its mechanism promises. */
  readonly reading: FinalReading;
  readonly departments: readonly DepartmentFlow[];
}

/** The open phase's people and places as the last phase of wishes left them, read against the points of the round. */
export interface FinalReading {
  /** Cases of somebody passed over at a better wish by a newcomer who stands behind them there. */
  readonly envy: number;
  /** Cases of a better wish where a place stayed empty. */
  readonly wasted: number;
  /** Whether some exchange would make somebody better off and nobody worse off. */
  readonly improvable: boolean;
}

const readFinal = ({ principal: { people, instance }, placements }: PlacedRound, seed: string): FinalReading => {
  const index = new Map(allIds(instance.seats).map((code, seat) => [code, seat]));
  const final = Int32Array.from(people, ({ facts }) => {
    const placement = placements.get(facts.employeeNumber);
    return placement === undefined || placement.seatCode === null || placement.outcome === 'OUT_OF_WISH' ? -1 : index.get(placement.seatCode) ?? -1;
  });
  const { noJustifiedEnvy, nonWasteful, paretoEfficient } = certify(instance, final, { mechanism: 'da-star', seed });
  return { envy: noJustifiedEnvy.count, wasted: nonWasteful.count, improvable: !paretoEfficient.holds };
};

/** @param view everybody in post after the round */
export const measureRound = (round: CompiledRound, placed: PlacedRound, view: PlacementView, seed: string): RunMetrics => {
  const count = (outcome: OutcomeCode): number => [...placed.placements.values()].filter((placement) => placement.outcome === outcome).length;
  const byRank = [0, 0, 0, 0, 0];
  let mutual = 0;
  let displacedPlaced = 0;
  for (const { facts, mustMove } of round.people) {
    const placement = placed.placements.get(facts.employeeNumber);
    if (placement === undefined || (placement.outcome !== 'PLACED' && placement.outcome !== 'OUT_OF_WISH')) continue;
    if (placement.rank !== null) byRank[placement.rank - 1] = (byRank[placement.rank - 1] ?? 0) + 1;
    if (placement.seatCode !== null && facts.requestedFor.includes(placement.seatCode)) mutual++;
    if (mustMove === 'DISPLACED') displacedPlaced++;
  }
  const placedCount = count('PLACED');
  const outOfWish = count('OUT_OF_WISH');
  const last = placed.phases.at(-1) ?? placed.principal;
  return {
    participants: round.people.length, placed: placedCount, byRank, stayed: count('STAYED'), unmet: count('UNMET'), outOfWish, excluded: count('EXCLUDED'),
    displaced: { people: round.people.filter(({ mustMove }) => mustMove === 'DISPLACED').length, placed: displacedPlaced },
    movers: placedCount + outOfWish,
    mustMove: round.people.filter(({ mustMove }) => mustMove !== null).length,
    mutual,
    unfilledPlaces: measure(last.instance, last.result.assignment).unfilledPlaces,
    worseOff: placed.worseOff.length,
    reading: readFinal(placed, seed),
    departments: departmentFlows(view),
  };
};
