import { HighsSolver } from './highs-solver.js';
import { SolverFailed, type BinaryProgram } from './solver.js';

const solver = new HighsSolver();
afterAll(() => solver.dispose());

/** Rows as `[lower, upper, { column: value }]`. */
function program(cost: readonly number[], ...rows: readonly (readonly [number, number, Readonly<Record<number, number>>])[]): BinaryProgram {
  const start = [0], column: number[] = [], value: number[] = [];
  for (const [, , entries] of rows) {
    for (const [at, one] of Object.entries(entries)) { column.push(Number(at)); value.push(one); }
    start.push(column.length);
  }
  return {
    cost: Float64Array.from(cost), rowStart: Int32Array.from(start), rowColumn: Int32Array.from(column), rowValue: Float64Array.from(value),
    rowLower: Float64Array.from(rows, ([lower]) => lower), rowUpper: Float64Array.from(rows, ([, upper]) => upper),
  };
}

/** Market split (Cornuéjols & Dawande 1998): columns that add up to exactly half of each of five rows; hard when small already. */
function marketSplit(): BinaryProgram {
  const columns = 40;
  let state = 1;
  const below100 = (): number => Math.floor((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 * 100);
  return program(new Array(columns).fill(1), ...Array.from({ length: 5 }, (): [number, number, Record<number, number>] => {
    const weights = Array.from({ length: columns }, below100);
    const half = Math.floor(weights.reduce((sum, one) => sum + one, 0) / 2);
    return [half, half, Object.fromEntries(weights.map((weight, at) => [at, weight]))];
  }));
}

describe('HighsSolver', () => {
  it('finds the cheapest columns within their rows', async () => {
    const answer = await solver.solve(program([-3, -2, -2], [-Infinity, 2, { 0: 2, 1: 1, 2: 1 }]), { timeLimit: 10 });
    expect(answer).toMatchObject({ status: 'OPTIMAL', values: Float64Array.of(0, 1, 1), bound: -4 });
  });

  it('answers what has no answer, no row, and no column', async () => {
    expect(await solver.solve(program([1, 1], [3, Infinity, { 0: 1, 1: 1 }]), { timeLimit: 10 })).toMatchObject({ status: 'INFEASIBLE', values: null });
    expect(await solver.solve(program([-1, 1]), { timeLimit: 10 })).toMatchObject({ status: 'OPTIMAL', values: Float64Array.of(1, 0) });
    expect(await solver.solve(program([]), { timeLimit: 10 })).toMatchObject({ status: 'OPTIMAL', values: Float64Array.of() });
    expect(await solver.solve(program([], [1, 1, {}]), { timeLimit: 10 })).toMatchObject({ status: 'INFEASIBLE' });
  });

  it('solves what comes at once, each to its own answer', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((most) => solver.solve(program([-1, -1, -1, -1], [-Infinity, most, { 0: 1, 1: 1, 2: 1, 3: 1 }]), { timeLimit: 10 })));
    expect(answers.map(({ bound }) => bound)).toEqual([-1, -2, -3, -4]);
  });

  it('stops at its time limit', async () => {
    const { status, seconds } = await solver.solve(marketSplit(), { timeLimit: 0.3 });
    expect(['UNDECIDED', 'FEASIBLE']).toContain(status);
    expect(seconds).toBeLessThan(30);
  });

  it('ends the thread when it is aborted, and goes on with a new one', async () => {
    const stop = new AbortController();
    const hard = solver.solve(marketSplit(), { timeLimit: 600, signal: stop.signal });
    const next = solver.solve(program([-1]), { timeLimit: 10 });
    stop.abort(new Error('no longer wanted'));
    await expect(hard).rejects.toThrow('no longer wanted');
    expect(await next).toMatchObject({ status: 'OPTIMAL', values: Float64Array.of(1) });
    await expect(solver.solve(program([-1]), { timeLimit: 10, signal: stop.signal })).rejects.toThrow('no longer wanted');
  });

  it('says that a program is none, and goes on', async () => {
    await expect(solver.solve({ ...program([-1], [0, 1, { 0: 1 }]), rowColumn: Int32Array.of(7) }, { timeLimit: 10 })).rejects.toThrow(SolverFailed);
    expect(await solver.solve(program([-1]), { timeLimit: 10 })).toMatchObject({ status: 'OPTIMAL' });
  });

  it('answers a program on the way when it is disposed of', async () => {
    const other = new HighsSolver();
    const hard = other.solve(marketSplit(), { timeLimit: 600 });
    await Promise.all([expect(hard).rejects.toThrow(SolverFailed), Promise.resolve().then(() => other.dispose())]);
  });
});
