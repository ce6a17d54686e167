// The thread in which HiGHS runs; plain JavaScript, because a thread is started from the file as it stands, built or not.
// Gets one program a message and answers it; the solver's memory is freed after each.
import loadHighs from 'highs';
import { parentPort } from 'node:worker_threads';

// Costs are whole numbers, so an answer is proven when nothing can be better by a whole unit.
const LESS_THAN_ONE = 0.9;
// What a whole number may be off by, relative to its size.
const ROUNDING = 1e-7;
// How far above the fractional optimum the second look reaches, in units of cost.
const REACH = 2;

const highs = await loadHighs();
const { modelStatus, solutionStatus, variableType } = highs.constants;

/**
 * First the fractional optimum, which bounds all others. A column that would cost more than that bound and the reach of what
 * is looked for together is set to where it stands (reduced-cost fixing), and the small program that is left is solved in
 * whole numbers: an answer within the reach is the best of all. Only without one the whole program is solved.
 * @param {import('./solver.js').BinaryProgram} program @param {number} timeLimit seconds
 */
function solve(program, timeLimit) {
  const columns = program.cost.length;
  // HiGHS calls a program without columns empty, whatever its rows ask for.
  if (columns === 0) {
    const possible = program.rowLower.every((lower, row) => lower <= 0 && program.rowUpper[row] >= 0);
    return { status: possible ? 'OPTIMAL' : 'INFEASIBLE', values: possible ? new Float64Array(0) : null, bound: possible ? 0 : null, seconds: 0 };
  }
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(1);
  const fractional = run(program, lower, upper, false, timeLimit);
  if (fractional.status === modelStatus.infeasible) return { status: 'INFEASIBLE', values: null, bound: null, seconds: fractional.seconds };
  let { seconds } = fractional;
  if (fractional.status === modelStatus.optimal) {
    const tolerance = ROUNDING * Math.max(1, Math.abs(fractional.objective)) + 1e-6;
    const least = Math.ceil(fractional.objective - tolerance);
    for (const reach of [0, REACH]) {
      if (seconds >= timeLimit) break;
      const fixed = fix(fractional, least + reach - fractional.objective + tolerance);
      const whole = run(program, fixed.lower, fixed.upper, true, timeLimit - seconds);
      seconds += whole.seconds;
      if (whole.status === modelStatus.optimal && whole.objective <= least + reach + LESS_THAN_ONE / 2) return { status: 'OPTIMAL', values: whole.values, bound: Math.round(whole.objective), seconds };
    }
  }
  const whole = run(program, lower, upper, true, Math.max(timeLimit - seconds, timeLimit / 10));
  seconds += whole.seconds;
  if (whole.status === modelStatus.infeasible) return { status: 'INFEASIBLE', values: null, bound: null, seconds };
  const bound = Math.max(whole.bound, fractional.status === modelStatus.optimal ? fractional.objective : -Infinity);
  return {
    status: whole.status === modelStatus.optimal ? 'OPTIMAL' : whole.values === null ? 'UNDECIDED' : 'FEASIBLE',
    values: whole.values, bound: Number.isFinite(bound) ? bound : null, seconds,
  };
}

/** Columns that cannot leave where they stand for `allowed` more than the optimum. */
function fix({ values, duals }, allowed) {
  const lower = new Float64Array(values.length);
  const upper = new Float64Array(values.length).fill(1);
  duals.forEach((dual, column) => {
    if (values[column] < 0.5 && dual > allowed) upper[column] = 0;
    else if (values[column] > 0.5 && -dual > allowed) lower[column] = 1;
  });
  return { lower, upper };
}

function run({ cost, rowStart, rowColumn, rowValue, rowLower, rowUpper }, colLower, colUpper, whole, timeLimit) {
  const numCols = cost.length;
  const numRows = rowLower.length;
  return highs.withModel({
    numCols, numRows, colCost: cost, colLower, colUpper, rowLower, rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: rowStart, indices: rowColumn, values: rowValue },
    ...(whole ? { integrality: new Int32Array(numCols).fill(variableType.integer) } : {}),
  }, (model) => {
    model.options.set({ output_flag: false, time_limit: timeLimit, mip_rel_gap: 0, mip_abs_gap: LESS_THAN_ONE, ...(whole ? {} : { solver: 'ipm' }) });
    const { modelStatus: status } = model.run();
    const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
    const solution = found ? model.getSolution() : null;
    return {
      status, objective: model.getObjectiveValue(), values: solution?.colValue ?? null, duals: solution?.colDual ?? null,
      bound: whole ? model.info.get('mip_dual_bound') : -Infinity, seconds: model.getRunTime(),
    };
  });
}

parentPort.on('message', ({ id, program, timeLimit }) => {
  try {
    const answer = solve(program, timeLimit);
    parentPort.postMessage({ id, answer }, answer.values === null ? [] : [answer.values.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error?.message ?? error) });
  }
});
