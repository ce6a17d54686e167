import type { Instance } from '../instance/instance.js';
import { compileRound, type Compiled } from './compile.js';
import { smallestConflict, type Conflict } from './conflict.js';
import type { Solver, SolverAnswer, SolverLimits } from './solver.js';
import type { ConstrainedSpec, Objective } from './spec.js';

export interface ConstrainedResult {
  /** `FEASIBLE`: the time limit came before the proof; `UNDECIDED`: before any answer. */
  readonly status: SolverAnswer['status'];
  /** The seat of each employee, -1 = none, in the order of the instance; null without an answer. */
  readonly assignment: Int32Array | null;
  readonly objective: {
    readonly code: Objective;
    readonly value: number | null;
    /** No answer that keeps the constraints has a better value; null where nothing is known. */
    readonly bound: number | null;
    /** |value − bound| as a share of the value; 0 = proven best. */
    readonly gap: number | null;
    readonly totalRank: number | null;
  };
  /** For `INFEASIBLE`: constraints that cannot be kept together. */
  readonly conflict: Conflict | null;
  /** Seconds spent in the solver. */
  readonly seconds: number;
}

/**
 * Places everybody by the objective while all constraints are kept, nobody who may stay loses their seat, and nobody gets a
 * seat outside their open wishes: one mixed-integer program. An impossible set of constraints is answered with a smallest
 * conflicting one, for which as much time again may be spent.
 * Throws SpecRefused; rejects as the solver does when `limits.signal` aborts.
 */
export async function solveConstrained(instance: Instance, spec: ConstrainedSpec, solver: Solver, limits: SolverLimits): Promise<ConstrainedResult> {
  const compiled = compileRound(instance, spec);
  const answer = await solver.solve(compiled.program, limits);
  const { status } = answer;
  if (status === 'INFEASIBLE') {
    const { conflict, seconds } = await smallestConflict(compiled, spec, solver, limits);
    return { status, assignment: null, objective: objectiveOf(spec.objective, compiled, null, null), conflict, seconds: answer.seconds + seconds };
  }
  const cost = answer.values === null ? null : costOf(compiled, answer.values);
  return {
    status, assignment: answer.values === null ? null : assignmentOf(instance, compiled, answer.values),
    objective: objectiveOf(spec.objective, compiled, cost, status === 'OPTIMAL' ? cost : answer.bound), conflict: null, seconds: answer.seconds,
  };
}

function assignmentOf({ current }: Instance, { options }: Compiled, values: Float64Array): Int32Array {
  const assignment = new Int32Array(current.length).fill(-1);
  values.subarray(0, options.seat.length).forEach((value, option) => { if (value > 0.5) assignment[options.person[option]!] = options.seat[option]!; });
  return assignment;
}

/** Recomputed from rounded columns, so that it is a whole number. */
function costOf({ program: { cost } }: Compiled, values: Float64Array): number {
  return cost.reduce((sum, one, option) => sum + (values[option]! > 0.5 ? one : 0), 0);
}

/** Costs are whole numbers; what a solver says of its bound may lie a little beside one. */
const ROUNDING = 1e-5;

function objectiveOf(code: Objective, { weight, rankAtZero }: Compiled, cost: number | null, bound: number | null): ConstrainedResult['objective'] {
  // With a weight w a placement that counts n people costs −w·n and less than w beside it, which is 0 or below.
  const counted = (total: number): number => Math.floor((0 - total) / weight);
  const value = cost === null ? null : weight === 0 ? rankAtZero + cost : counted(cost);
  const least = bound === null || !Number.isFinite(bound) ? null : Math.ceil(bound - ROUNDING * Math.max(1, Math.abs(bound) / 1e6));
  const best = least === null ? null : weight === 0 ? rankAtZero + least : counted(least);
  return {
    code, value, bound: best, gap: value === null || best === null ? null : Math.abs(value - best) / Math.max(1, Math.abs(value)),
    totalRank: cost === null ? null : rankAtZero + (weight === 0 ? cost : cost + weight * counted(cost)),
  };
}
