// The thread in which HiGHS runs; plain JavaScript, because a thread is started from the file as it stands, built or not.
// Gets one program a message and answers it; the solver's memory is freed after each.
import loadHighs from 'highs';
import { parentPort } from 'node:worker_threads';

// The answer is proven when nothing can be better by a whole unit, for costs are whole numbers.
const LESS_THAN_ONE = 0.9;

const highs = await loadHighs();
const { modelStatus } = highs.constants;

/** @param {import('./solver.js').BinaryProgram} program @param {number} timeLimit seconds */
function solve({ cost, rowStart, rowColumn, rowValue, rowLower, rowUpper }, timeLimit) {
  const numCols = cost.length;
  const numRows = rowLower.length;
  // HiGHS calls a program without columns empty, whatever its rows ask for.
  if (numCols === 0) {
    const possible = rowLower.every((lower, row) => lower <= 0 && rowUpper[row] >= 0);
    return { status: possible ? 'OPTIMAL' : 'INFEASIBLE', values: possible ? new Float64Array(0) : null, bound: possible ? 0 : null, seconds: 0 };
  }
  return highs.withModel({
    numCols, numRows, colCost: cost, colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1), rowLower, rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: rowStart, indices: rowColumn, values: rowValue },
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
  }, (model) => {
    model.options.set({ output_flag: false, time_limit: timeLimit, mip_rel_gap: 0, mip_abs_gap: LESS_THAN_ONE });
    const status = model.run().modelStatus;
    const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const bound = model.info.get('mip_dual_bound');
    return {
      status: status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible ? 'INFEASIBLE'
        : status === modelStatus.optimal ? 'OPTIMAL' : found ? 'FEASIBLE' : 'UNDECIDED',
      values: found ? model.getSolution().colValue : null,
      bound: Number.isFinite(bound) ? bound : null,
      seconds: model.getRunTime(),
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
