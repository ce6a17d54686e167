import type { SeasonRecord } from '../season/season-record.js';
import type { BallotFigures } from './ballot-figures.js';

/** What `summary.json` holds; later work may add members and never takes one away. */
export interface Summary {
  readonly label: '가상 데이터';
  readonly wishes: { readonly employees: number; readonly filed: number; readonly checkIns: number };
  readonly round: {
    readonly participants: number;
    readonly placed: number;
    /** Placed by the wish that was granted, the first wish first. */
    readonly byRank: readonly number[];
    readonly stayed: number;
    readonly unmet: number;
    readonly outOfWish: number;
    readonly excluded: number;
    readonly displaced: { readonly people: number; readonly placed: number };
    readonly overrides: number;
    readonly mechanism: string;
    readonly seed: string;
    readonly hash: string;
  };
  /** `planned`: of those issued, appointments decided by ballot and what follows from them. */
  readonly orders: { readonly issued: number; readonly planned: number };
  /** Shares (0–1) of everybody in the snapshot: placed by a wish, by their first one. */
  readonly satisfaction: { readonly rate: number; readonly firstChoiceRate: number };
  readonly grievances: { readonly opened: number; readonly answered: number };
  /** Every mechanism on the same snapshot; their files stand in `scenarios/`. */
  readonly scenarios: readonly ScenarioFigures[];
  readonly ballots: readonly BallotFigures[];
  readonly adoption: { readonly mechanism: string; readonly reason: string; readonly worseOff: number };
}

export interface ScenarioFigures {
  readonly mechanism: string;
  readonly label: string;
  readonly placed: number;
  readonly byRank: readonly number[];
  readonly outOfWish: number;
  readonly envy: number;
  readonly worseOff: number;
  readonly differing: number;
  readonly adoptable: boolean;
  readonly hash: string;
}

export const WISHES_AT_MOST = 5;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);

/**
 * The season in figures, counted from what each person read on the day of the orders.
 * @throws Error when the outcomes do not add up to the people of the snapshot
 */
export const summarise = ({ adopted, results, participants, ...record }: SeasonRecord, employees: number, ballots: readonly BallotFigures[]): Summary => {
  if (adopted === null) throw new Error('No proposal was adopted');
  const count = (state: string): number => results.filter((result) => result.state === state).length;
  const byRank = Array.from({ length: WISHES_AT_MOST }, (_, index) => results.filter(({ state, rank }) => state === 'PLACED' && rank === index + 1).length);
  const [placed, stayed, unmet, outOfWish, excluded] = ['PLACED', 'STAYED', 'UNMET', 'OUT_OF_WISH', 'EXCLUDED'].map(count) as [number, number, number, number, number];
  if (placed + stayed + unmet + outOfWish + excluded !== participants.length || byRank.reduce((sum, people) => sum + people, 0) !== placed) {
    throw new Error('The outcomes that people read do not add up to the people of the snapshot');
  }
  const displaced = results.filter((result) => result.displaced);
  return {
    label: '가상 데이터',
    wishes: { employees, filed: record.filed, checkIns: record.checkIns },
    round: {
      participants: participants.length, placed, byRank, stayed, unmet, outOfWish, excluded,
      displaced: { people: displaced.length, placed: displaced.filter(({ state }) => state === 'PLACED' || state === 'OUT_OF_WISH').length },
      overrides: record.overrides, mechanism: adopted.mechanism, seed: adopted.seed, hash: adopted.hash,
    },
    orders: { issued: record.ordersIssued, planned: record.plannedOrders },
    satisfaction: { rate: share(placed, participants.length), firstChoiceRate: share(byRank[0] ?? 0, participants.length) },
    grievances: record.grievances,
    scenarios: record.scenarios.map(({ mechanism, label, metrics, differing, adoptable, hash }) => ({
      mechanism, label, placed: metrics.placed, byRank: metrics.byRank, outOfWish: metrics.outOfWish, envy: metrics.reading.envy, worseOff: metrics.worseOff, differing, adoptable, hash,
    })),
    ballots,
    adoption: { mechanism: adopted.mechanism, reason: record.adoptionReason, worseOff: adopted.metrics.worseOff },
  };
};
