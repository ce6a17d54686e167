import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import loadHighs, { type Highs } from 'highs';
import { allIds, certifyConstrained, compileRound, CsvInstanceReader, solveConstrained, type BinaryProgram, type Constraint, type ConstrainedSpec, type Instance } from '#matching';
import { HighsSolver } from '#platform';
import { median } from '../load/percentile.js';
import { makeRound, USUAL } from './make-round.js';

/** A constrained round against the bare solver on the same program, in the same run. */
export interface ConstrainedRow {
  readonly couples: number;
  readonly employees: number;
  readonly columns: number;
  readonly rows: number;
  /** Medians, milliseconds: instance in, judged assignment out; and HiGHS alone, its program passed as arrays. */
  readonly ms: number;
  readonly bareMs: number;
  readonly ratio: number;
  /** Of the first run. */
  readonly objective: number | null;
  readonly gap: number | null;
  readonly holds: boolean;
}

const EMPLOYEES = 1_500;
const RUNS = 3;
const TIME_LIMIT = 60;
const DEPARTMENTS = 25;

/** A district of 1,500 with departments, experienced staff and a move budget; without couples and with 50. */
export async function measureConstrained(root: string): Promise<ConstrainedRow[]> {
  const instance = readRound(join(root, 'var', 'bench', 'matching', String(EMPLOYEES)));
  // The package's types are written for CommonJS; what it exports to modules is the function itself.
  const highs = await (loadHighs as unknown as typeof loadHighs.default)();
  const solver = new HighsSolver();
  try {
    // The first program that a thread solves pays for starting it.
    await solver.solve(compileRound(instance, districtSpec(instance, 0)).program, { timeLimit: TIME_LIMIT });
    solveBare(highs, compileRound(instance, districtSpec(instance, 0)).program);
    const rows: ConstrainedRow[] = [];
    for (const couples of [0, 50]) rows.push(await measure(instance, districtSpec(instance, couples), couples, highs, solver));
    return rows;
  } finally {
    await solver.dispose();
  }
}

async function measure(instance: Instance, spec: ConstrainedSpec, couples: number, highs: Highs, solver: HighsSolver): Promise<ConstrainedRow> {
  const own: number[] = [], bare: number[] = [];
  const { program } = compileRound(instance, spec);
  let first: { objective: number | null; gap: number | null; holds: boolean } | null = null;
  for (let run = 0; run < RUNS; run++) {
    let begun = performance.now();
    const { assignment, objective } = await solveConstrained(instance, spec, solver, { timeLimit: TIME_LIMIT });
    const holds = assignment !== null && certifyConstrained(instance, assignment, spec).holds;
    own.push(performance.now() - begun);
    first ??= { objective: objective.value, gap: objective.gap, holds };
    begun = performance.now();
    solveBare(highs, program);
    bare.push(performance.now() - begun);
  }
  const [ms, bareMs] = [median(own), median(bare)];
  return {
    couples, employees: instance.current.length, columns: program.cost.length, rows: program.rowLower.length,
    ms: Math.round(ms), bareMs: Math.round(bareMs), ratio: Math.round((ms / bareMs) * 100) / 100, ...first ?? { objective: null, gap: null, holds: false },
  };
}

/** The solver by itself, with the settings of the product: proven to the last unit. */
function solveBare(highs: Highs, { cost, rowStart, rowColumn, rowValue, rowLower, rowUpper }: BinaryProgram): void {
  const [numCols, numRows] = [cost.length, rowLower.length];
  highs.withModel({
    numCols, numRows, colCost: cost, colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1), rowLower, rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: rowStart, indices: rowColumn, values: rowValue },
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
  }, (model) => {
    model.options.set({ output_flag: false, time_limit: TIME_LIMIT, mip_rel_gap: 0, mip_abs_gap: 0.9 });
    model.run();
  });
}

function readRound(folder: string): Instance {
  makeRound(folder, { ...USUAL, employees: EMPLOYEES });
  const reader = new CsvInstanceReader();
  reader.writeSeats(readFileSync(join(folder, 'seats.csv')));
  reader.writeEmployees(readFileSync(join(folder, 'employees.csv')));
  const built = reader.finish();
  if (!built.ok) throw new Error('the round of the measurement has faults');
  return built.instance;
}

/**
 * Departments of a few seats each: at least nine in ten of their people and of their experienced ones stay covered, at most
 * three in ten leave, half of all may move; and couples in different departments who wish for the same one.
 */
function districtSpec(instance: Instance, couples: number): ConstrainedSpec {
  const people = allIds(instance.employees), seats = allIds(instance.seats);
  const name = (department: number): string => `d${department}`;
  const departmentOf = (seat: number): number => seat % DEPARTMENTS;
  const groups = Array.from({ length: DEPARTMENTS }, (_, at) => ({ code: name(at), label: { ko: name(at), en: name(at) }, seats: seats.filter((__, seat) => departmentOf(seat) === at) }));
  const isExperienced = (person: number): boolean => person % 3 === 0;
  const experienced = { code: 'experienced', label: { ko: '경력자', en: 'experienced staff' }, people: people.filter((_, at) => isExperienced(at)) };
  const constraints: Constraint[] = [{ id: 'budget', kind: 'moveBudget', most: Math.floor(people.length / 2) }];
  for (let at = 0; at < DEPARTMENTS; at++) {
    const inside = [...instance.current.keys()].filter((person) => instance.current[person]! >= 0 && departmentOf(instance.current[person]!) === at);
    const seniors = inside.filter(isExperienced).length;
    constraints.push(
      { id: `staff ${at}`, kind: 'minimumStaff', group: name(at), least: Math.floor(inside.length * 0.9) },
      { id: `experienced ${at}`, kind: 'minimumExperienced', group: name(at), mark: 'experienced', least: Math.floor(seniors * 0.9) },
      { id: `outflow ${at}`, kind: 'outflow', group: name(at), most: Math.floor(inside.length * 0.3) },
    );
  }
  const taken = new Set<number>();
  const firstWish = (person: number): number => departmentOf(instance.wishSeat[instance.wishStart[person]!]!);
  for (let one = 0; one < people.length && taken.size < 2 * couples; one++) {
    const other = [...people.keys()].find((person) => person > one && !taken.has(person) && !taken.has(one) && firstWish(person) === firstWish(one)
      && departmentOf(instance.current[person]!) !== departmentOf(instance.current[one]!));
    if (other === undefined || taken.has(one)) continue;
    taken.add(one).add(other);
    constraints.push({ id: `couple ${taken.size / 2}`, kind: 'apart', people: [people[one]!, people[other]!], groups: groups.map(({ code }) => code) });
  }
  return { objective: 'LEAST_TOTAL_RANK', groups, marks: [experienced], constraints };
}
