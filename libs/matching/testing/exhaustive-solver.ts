import type { BinaryProgram, Solver, SolverAnswer } from '../constrained/solver.js';

/** Tries every column both ways, for programs of a few dozen columns. Counts how often it was asked. */
export class ExhaustiveSolver implements Solver {
  asked = 0;

  solve(program: BinaryProgram): Promise<SolverAnswer> {
    this.asked++;
    const columns = program.cost.length;
    const rows = Array.from(program.rowLower, (lower, row) => {
      const value = new Float64Array(columns);
      for (let q = program.rowStart[row]!; q < program.rowStart[row + 1]!; q++) value[program.rowColumn[q]!]! += program.rowValue[q]!;
      // What the columns from `at` on can still add, at least and at most.
      const low = new Float64Array(columns + 1), high = new Float64Array(columns + 1);
      for (let at = columns - 1; at >= 0; at--) { low[at] = low[at + 1]! + Math.min(0, value[at]!); high[at] = high[at + 1]! + Math.max(0, value[at]!); }
      return { value, lower, upper: program.rowUpper[row]!, low, high };
    });
    const sums = new Float64Array(rows.length);
    const x = new Float64Array(columns);
    let best: Float64Array | null = null, least = Infinity;
    (function choose(at: number, cost: number): void {
      for (let row = 0; row < rows.length; row++) {
        const { lower, upper, low, high } = rows[row]!;
        if (sums[row]! + high[at]! < lower || sums[row]! + low[at]! > upper) return;
      }
      if (at === columns) {
        if (cost < least) { least = cost; best = x.slice(); }
        return;
      }
      for (const value of [0, 1]) {
        x[at] = value;
        for (let row = 0; row < rows.length; row++) sums[row]! += value * rows[row]!.value[at]!;
        choose(at + 1, cost + value * program.cost[at]!);
        for (let row = 0; row < rows.length; row++) sums[row]! -= value * rows[row]!.value[at]!;
      }
      x[at] = 0;
    })(0, 0);
    return Promise.resolve({ status: best === null ? 'INFEASIBLE' : 'OPTIMAL', values: best, bound: best === null ? null : least, seconds: 0 });
  }
}
