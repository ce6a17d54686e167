/**
 * A program over columns that are 0 or 1, with whole-number costs: the least `cost · x` with `rowLower ≤ A x ≤ rowUpper`,
 * rows compressed (`rowStart`, `rowColumn`, `rowValue`); a missing bound is ±Infinity.
 */
export interface BinaryProgram {
  readonly cost: Float64Array;
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
  readonly rowValue: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

export interface SolverAnswer {
  /** `FEASIBLE`: stopped by the time limit with an answer; `UNDECIDED`: stopped by it without one. */
  readonly status: 'OPTIMAL' | 'FEASIBLE' | 'INFEASIBLE' | 'UNDECIDED';
  readonly values: Float64Array | null;
  /** No answer costs less; null where nothing is known. */
  readonly bound: number | null;
  readonly seconds: number;
}

export interface SolverLimits {
  /** Seconds, above 0. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal;
}

/** The mixed-integer solver; what `#matching` asks for as its `Solver`. */
export abstract class BinarySolver {
  /** Rejects with the signal's reason when it aborts, and with SolverFailed when the solver breaks down. */
  abstract solve(program: BinaryProgram, limits: SolverLimits): Promise<SolverAnswer>;
}

export class SolverFailed extends Error {
  constructor(reason: string) {
    super(`the solver failed: ${reason}`);
    this.name = 'SolverFailed';
  }
}
