import type { Instance } from '../instance/instance.js';
import { longestList, stayingCost } from '../instance/total-rank.js';
import { optionsOf, type Options } from './options.js';
import { resolveSpec } from './resolve.js';
import { addConstraint, addRound, Rows } from './rows.js';
import type { BinaryProgram } from './solver.js';
import type { ConstrainedSpec, Objective } from './spec.js';

/** A constrained round as a program: one column for each option of each person. */
export interface Compiled {
  readonly program: BinaryProgram;
  readonly options: Options;
  /** By row: the constraint it belongs to, -1 = the round itself. */
  readonly rowOwner: Int32Array;
  /** What one person more or less in the objective weighs, above every sum of ranks; 0 where the rank itself is the objective. */
  readonly weight: number;
  /** Total rank of everybody when the program costs nothing. */
  readonly rankAtZero: number;
}

/** Throws SpecRefused. */
export function compileRound(instance: Instance, spec: ConstrainedSpec): Compiled {
  const names = resolveSpec(instance, spec);
  const options = optionsOf(instance);
  const rows = new Rows();
  addRound(rows, instance, options);
  spec.constraints.forEach((constraint, owner) => { addConstraint(rows, owner, constraint, instance, options, names); });
  const rowColumn = rows.column.cut();
  const { cost, weight, rankAtZero } = costs(instance, options, spec.objective);
  return {
    options, weight, rankAtZero, rowOwner: Int32Array.from(rows.owner),
    program: {
      cost, rowColumn, rowStart: Int32Array.from(rows.start), rowValue: new Float64Array(rowColumn.length).fill(1),
      rowLower: Float64Array.from(rows.lower), rowUpper: Float64Array.from(rows.upper),
    },
  };
}

function costs(instance: Instance, options: Options, objective: Objective): Pick<Compiled, 'weight' | 'rankAtZero'> & { cost: Float64Array } {
  const people = instance.current.length;
  const nothing = longestList(instance) + 1;
  const stay = stayingCost(instance);
  const weight = objective === 'LEAST_TOTAL_RANK' ? 0 : people * nothing + 1;
  const cost = new Float64Array(options.seat.length);
  for (let option = 0; option < cost.length; option++) {
    const position = options.position[option]!;
    const counts = objective === 'MOST_FIRST_CHOICES' ? position === 1 : position > 0;
    cost[option] = (position > 0 ? position : stay(options.person[option]!)) - nothing - (counts ? weight : 0);
  }
  return { cost, weight, rankAtZero: people * nothing };
}
