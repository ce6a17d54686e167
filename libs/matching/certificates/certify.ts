import { employeeCount, seatCount, type Instance } from '../instance/instance.js';
import { drawLottery, type Seed } from '../lottery/lottery.js';
import type { Bound, Guarantee } from '../mechanisms/mechanism.js';
import { parametersFor, type Parameters } from '../mechanisms/parameters.js';
import { mechanismOf } from '../mechanisms/registry.js';
import { checkExchangeBound, checkExchangeCycles } from './exchange.js';
import type { Certificate } from './certificate.js';
import { checkFeasible, checkIndividuallyRational } from './feasibility.js';
import { readHoldings, type Holdings } from './holdings.js';
import { checkObjectives } from './optimality.js';
import { findImprovement } from './pareto.js';
import { checkClaims } from './stability.js';
import { Standing } from './standing.js';
import { checkTwoSidedRational, findFurtherExchange } from './two-sided.js';

export interface CertifyOptions {
  /** Tells what was promised, and whether incumbents rank first at their own seat. */
  readonly mechanism: string;
  /** The seed of the run: without it equal scores cannot be judged. */
  readonly seed: Seed;
  /** The rest only for exchanges: how long a circle may be, */
  readonly parameters?: Parameters;
  /** the circles by employee numbers (without them some are looked for), */
  readonly cycles?: readonly (readonly number[])[];
  /** and the prices of seats from which a bound follows. */
  readonly bound?: Pick<Bound, 'prices'>;
}

/**
 * Judges an assignment (the seat of each employee, -1 = none) from the instance alone. It uses nothing of the mechanisms
 * but their names and promises, so any assignment may be handed over, also one that was changed by hand.
 * Throws UnknownMechanism, ParameterRefused, and RangeError when the assignment is not one seat number (or -1) for each employee.
 */
export function certify(instance: Instance, assignment: Int32Array, options: CertifyOptions): Certificate {
  const people = employeeCount(instance);
  if (assignment.length !== people) throw new RangeError(`the assignment names ${assignment.length} people of ${people}`);
  for (const seat of assignment) if (seat < -1 || seat >= seatCount(instance)) throw new RangeError(`there is no seat number ${seat}`);
  const { code, guarantees, incumbentsFirst, parameters } = mechanismOf(options.mechanism);
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
    ...(guarantees.includes('exchangeCycles') ? exchangeFindings(instance, holdings, parametersFor(code, parameters, options.parameters), options) : {}),
    ...checkObjectives(instance, holdings, guarantees),
  };
  const kept = (name: Guarantee): boolean => findings[name]?.holds ?? false;
  return { mechanism: code, promised: guarantees, holds: guarantees.every(kept), ...findings };
}

function twoSidedMaximal(instance: Instance, holdings: Holdings, standing: Standing): Certificate['twoSidedMaximal'] {
  const exchange = findFurtherExchange(instance, holdings, standing);
  return { holds: exchange === null, exchange };
}

function exchangeFindings(
  instance: Instance, holdings: Holdings, parameters: Parameters, { cycles, bound }: CertifyOptions,
): Pick<Certificate, 'exchangeCycles' | 'exchangeBound'> {
  const claim = { cycleLength: parameters['cycleLength'] ?? 2, cycles, prices: bound?.prices };
  return { exchangeCycles: checkExchangeCycles(instance, holdings, claim), exchangeBound: checkExchangeBound(instance, holdings, claim) };
}
