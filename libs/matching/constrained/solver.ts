/**
 * A program over columns that are 0 or 1: the least `cost · x` with `rowLower ≤ A x ≤ rowUpper`, rows compressed
 * (`rowStart`, `rowColumn`, `rowValue`); a missing bound is ±Infinity.
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
  /** The columns of the answer. */
  readonly values: Float64Array | null;
  /** No answer costs less than this; null where nothing is known. */
  readonly bound: number | null;
  /** How long the solving took. */
  readonly seconds: number;
}

export interface SolverLimits {
  /** Seconds. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal;
}

/** Who solves the programs: a mixed-integer solver behind this port. Rejects when the signal aborts. */
export interface Solver {
  solve(program: BinaryProgram, limits: SolverLimits): Promise<SolverAnswer>;
}
