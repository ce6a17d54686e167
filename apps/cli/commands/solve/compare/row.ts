import type { Metrics, Refusal } from '#matching';

/** What one mechanism does with the instance. */
export interface ComparedOutcome {
  readonly mechanism: string;
  readonly metrics: Metrics;
  /** People who might have kept their seat and got less. */
  readonly worseOff: number;
  /** Pairs of person and seat that break the printed order, kept incumbents aside. */
  readonly envy: number;
  /** Pairs of person and seat with a free place that the person likes better. */
  readonly waste: number;
  readonly paretoEfficient: boolean;
  /** What the mechanism promises, by the certificate's names, and which of it does not hold. */
  readonly promised: readonly string[];
  readonly broken: readonly string[];
  /** Milliseconds of solving, without certificates. */
  readonly ms: number;
}

/** Or why there is no outcome. */
export type ComparedRow =
  | ({ readonly kind: 'outcome' } & ComparedOutcome)
  | { readonly kind: 'refused'; readonly mechanism: string; readonly refusal: Refusal }
  | { readonly kind: 'stopped'; readonly mechanism: string; readonly seconds: number };
