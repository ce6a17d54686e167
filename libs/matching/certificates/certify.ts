import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery, type Seed } from '../lottery/lottery.js';
import type { Guarantee } from '../mechanisms/mechanism.js';
import { mechanismOf } from '../mechanisms/registry.js';
import type { Certificate } from './certificate.js';
import { checkFeasible, checkIndividuallyRational } from './feasibility.js';
import { readHoldings, type Holdings } from './holdings.js';
import { findImprovement } from './pareto.js';
import { checkClaims } from './stability.js';
import { Standing } from './standing.js';
import { checkTwoSidedRational, findFurtherExchange } from './two-sided.js';

export interface CertifyOptions {
  /** Tells what was promised, and whether incumbents rank first at their own seat. */
  readonly mechanism: string;
  /** The seed of the run: without it equal scores cannot be judged. */
  readonly seed: Seed;
}

/**
 * Judges an assignment (the seat of each employee, -1 = none) from the instance alone. It uses nothing of the mechanisms
 * but their names and promises, so any assignment may be handed over, also one that was changed by hand.
 * Throws UnknownMechanism, and RangeError when the assignment is not one seat number (or -1) for each employee.
 */
export function certify(instance: Instance, assignment: Int32Array, options: CertifyOptions): Certificate {
  const people = employeeCount(instance);
  if (assignment.length !== people) throw new RangeError(`the assignment names ${assignment.length} people of ${people}`);
  for (const seat of assignment) if (seat < -1 || seat >= seatCount(instance)) throw new RangeError(`there is no seat number ${seat}`);
  const { code, guarantees, incumbentsFirst } = mechanismOf(options.mechanism);
  const lottery = drawLottery(people, options.seed);
  const holdings = readHoldings(instance, assignment);
  const standing = new Standing(instance, lottery, incumbentsFirst);
  const improvement = findImprovement(instance, holdings);
  const findings: Omit<Certificate, 'mechanism' | 'promised' | 'holds'> = {
    feasible: checkFeasible(instance, holdings),
    individuallyRational: checkIndividuallyRational(instance, holdings),
    ...checkClaims(instance, holdings, standing),
    paretoEfficient: { holds: improvement === null, improvement },
    ...(guarantees.includes('twoSidedRational') ? { twoSidedRational: checkTwoSidedRational(instance, holdings, standing) } : {}),
    ...(guarantees.includes('twoSidedMaximal') ? { twoSidedMaximal: twoSidedMaximal(instance, holdings, standing) } : {}),
  };
  const kept = (name: Guarantee): boolean => findings[name]?.holds ?? false;
  return { mechanism: code, promised: guarantees, holds: guarantees.every(kept), ...findings };
}

function twoSidedMaximal(instance: Instance, holdings: Holdings, standing: Standing): Certificate['twoSidedMaximal'] {
  const exchange = findFurtherExchange(instance, holdings, standing);
  return { holds: exchange === null, exchange };
}
