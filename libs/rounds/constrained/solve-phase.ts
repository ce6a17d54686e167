import { certify, certifyConstrained, solveConstrained, type Certificate, type ConstrainedSpec, type ConstraintFinding, type Instance, type Solver, type SolveResult } from '#matching';
import { JariError } from '#platform';
import { CONSTRAINED } from '../rules/setting/constrained-round.js';

/** What a constrained phase proves beside feasibility and the right to stay. */
export interface ConstrainedProof {
  readonly holds: boolean;
  readonly objective: string;
  readonly value: number;
  /** No placement that keeps the constraints is better; null where nothing is known. */
  readonly bound: number | null;
  /** Distance to that bound as a share; 0 = proven best. */
  readonly gap: number | null;
  readonly totalRank: number;
  readonly constraints: readonly ConstraintFinding[];
}

export interface ConstrainedAnswer {
  readonly result: SolveResult;
  readonly spec: ConstrainedSpec;
  readonly bound: number | null;
  readonly gap: number | null;
}

/**
 * Places a phase by its objective while every constraint is kept.
 * @throws JariError RUN_CONSTRAINTS_CONFLICT with the smallest conflicting set in words, RUN_CONSTRAINTS_UNDECIDED when the time was too short
 */
export const solveConstrainedPhase = async (
  instance: Instance, spec: ConstrainedSpec, seed: string, { solver, timeLimit, signal }: { readonly solver: Solver; readonly timeLimit: number; readonly signal?: AbortSignal },
): Promise<ConstrainedAnswer> => {
  const { assignment, conflict, objective } = await solveConstrained(instance, spec, solver, { timeLimit, ...(signal && { signal }) });
  if (conflict !== null) throw new JariError('RUN_CONSTRAINTS_CONFLICT', { conflict: conflict.sentence });
  if (assignment === null) throw new JariError('RUN_CONSTRAINTS_UNDECIDED', { seconds: timeLimit });
  return { result: { mechanism: CONSTRAINED, seed, assignment, steps: 0, parameters: {} }, spec, bound: objective.bound, gap: objective.gap };
};

/** Judged from instance, assignment and constraints alone; the common findings are read as for the right to stay. */
export const proveConstrained = (instance: Instance, { result, spec, bound, gap }: ConstrainedAnswer): Certificate & { readonly constrained: ConstrainedProof } => {
  const common = certify(instance, result.assignment, { mechanism: 'da-star', seed: result.seed });
  const { holds, constraints, objective } = certifyConstrained(instance, result.assignment, spec);
  return {
    ...common, mechanism: CONSTRAINED, promised: ['feasible', 'individuallyRational', 'constrained'], holds: holds && common.feasible.holds && common.individuallyRational.holds,
    constrained: { holds, objective: objective.code, value: objective.value, bound, gap, totalRank: objective.totalRank, constraints },
  };
};
