import { mechanismCodes } from '#matching';

export interface MatchingPlan {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly mechanisms: readonly string[];
  readonly peers: boolean;
  /** A single run of a mechanism is stopped at these. */
  readonly limitMs: number;
  readonly limitMb: number;
  readonly peerLimitMs: number;
}

export const fullPlan = (): MatchingPlan => ({
  sizes: [1_500, 10_000, 100_000, 1_000_000], runs: 5, mechanisms: mechanismCodes(), peers: true, limitMs: 120_000, limitMb: 4_096, peerLimitMs: 30_000,
});

/** A first look, in seconds. */
export const quickPlan = (): MatchingPlan => ({ ...fullPlan(), sizes: [1_500, 10_000], limitMs: 10_000, peerLimitMs: 5_000 });

/** Work along lists; the others solve an optimisation problem and are held to other targets. */
export const LIST_BASED: readonly string[] = ['sd', 'da', 'da-seat', 'da-star', 'ttc', 'ttc-star', 'yrmh-igyt', 'to-be'];

/** Highest ratio of medians to the C loop at a million. */
export const RATIO_TARGETS: Readonly<Record<string, number>> = { da: 2, 'da-star': 2.5, 'ttc-star': 3.5, 'to-be': 4 };
export const WHOLE_TARGET = { ratio: 8, peakMb: 400 } as const;
/** Milliseconds for a district of 1,500. */
export const DISTRICT = 1_500;
export const DISTRICT_TARGETS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(LIST_BASED.map((code) => [code, 20])), 'rank-min': 200, 'rank-maximal': 200, 'max-card': 200, exchange: 5_000,
};
/** Highest ratio of a constrained round to the bare solver on the same program. */
export const CONSTRAINED_RATIO = 1.5;
export const RANK_MIN_TARGET = { employees: 100_000, ms: 10_000 } as const;
