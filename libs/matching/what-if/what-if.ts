import { BY_NOTHING, BY_STAYING, readHoldings, type Holdings } from '../certificates/holdings.js';
import { measure, type Metrics } from '../certificates/metrics.js';
import { idAt } from '../ids/id-table.js';
import { employeeCount, type Instance } from '../instance/instance.js';
import type { Seed } from '../lottery/lottery.js';
import { solve, type SolveOptions, type SolveResult } from '../solve.js';
import { applyChanges, type Change } from './change.js';

/** Somebody whom the change sends elsewhere; seats by id, null = none. */
export interface Affected {
  readonly employee: string;
  readonly before: string | null;
  readonly after: string | null;
  /** 1 = first wish; null = the own seat without having listed it, or none. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  /** By the employee's own list. */
  readonly effect: 'BETTER' | 'WORSE';
}

export interface WhatIf {
  readonly before: SolveResult;
  readonly after: SolveResult;
  readonly metrics: { readonly before: Metrics; readonly after: Metrics };
  /** In the order of the instance. */
  readonly affected: readonly Affected[];
  readonly better: number;
  readonly worse: number;
}

export interface WhatIfOptions extends Omit<SolveOptions, 'seed'> {
  /** The run without the change, where it is at hand; it must be of this instance, mechanism and seed. */
  readonly before?: SolveResult;
}

/**
 * What a round would have given with something otherwise, the lottery being the same, and whom that concerns. Two runs and
 * one walk over the people. Throws ChangeRefused, and whatever `solve` throws.
 */
export function whatIf(instance: Instance, mechanism: string, seed: Seed, change: Change | readonly Change[], options: WhatIfOptions = {}): WhatIf {
  const changed = applyChanges(instance, 'kind' in change ? [change] : change);
  const { before = solve(instance, mechanism, { ...options, seed }), ...rest } = options;
  const after = solve(changed, mechanism, { ...rest, seed });
  const holdings = { before: readHoldings(instance, before.assignment), after: readHoldings(changed, after.assignment) };
  const affected: Affected[] = [];
  for (let person = 0; person < employeeCount(instance); person++) {
    if (before.assignment[person] === after.assignment[person]) continue;
    affected.push({
      employee: idAt(instance.employees, person), before: seatOf(instance, before, person), after: seatOf(instance, after, person),
      rankBefore: rankOf(instance, holdings.before, person), rankAfter: rankOf(instance, holdings.after, person),
      effect: liking(instance, holdings.after, person) < liking(instance, holdings.before, person) ? 'BETTER' : 'WORSE',
    });
  }
  const better = affected.filter(({ effect }) => effect === 'BETTER').length;
  return {
    before, after, affected, better, worse: affected.length - better,
    metrics: { before: measure(instance, before.assignment), after: measure(changed, after.assignment) },
  };
}

function seatOf({ seats }: Instance, { assignment }: SolveResult, person: number): string | null {
  return assignment[person]! < 0 ? null : idAt(seats, assignment[person]!);
}

function rankOf({ wishStart }: Instance, { given }: Holdings, person: number): number | null {
  return given[person]! >= 0 ? given[person]! - wishStart[person]! + 1 : null;
}

/** The place in the own list, smaller is better: the wishes, the unlisted own seat behind them, then nothing. */
function liking({ wishStart }: Instance, { given }: Holdings, person: number): number {
  if (given[person] === BY_NOTHING) return Infinity;
  return given[person] === BY_STAYING ? wishStart[person + 1]! : given[person]!;
}
