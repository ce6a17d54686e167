import { certify, sha256Hex, toInstanceJson, type Certificate, type InstanceInput, type Solver } from '#matching';
import { proveConstrained, type ConstrainedProof } from '../constrained/solve-phase.js';
import type { OutcomeFinding } from '../rules/outcome/placement-view.js';
import type { Pool } from '../rules/setting/phase-plan.js';
import { hashOf } from './canonical.js';
import { compileRound } from './compile.js';
import { explainRound, type PersonExplanation } from './explain.js';
import { measureRound, type RunMetrics } from './measure-round.js';
import type { SolvedPhase } from './phase.js';
import { placeRound } from './place.js';
import type { PlacedRound, Placement } from './placed-round.js';
import { viewOf } from './placement-view.js';
import { plansOf, type RunInput } from './run-input.js';
import { stageNews, type StageNews } from './run-stage.js';

export interface PhaseProof extends Certificate {
  readonly pool: Pool;
  /** Only of a phase under constraints. */
  readonly constrained?: ConstrainedProof;
}

export interface RunCertificate {
  readonly holds: boolean;
  /** Each phase that the engine solved, in their order. */
  readonly phases: readonly PhaseProof[];
  /** Long-serving people who stay because no other post could take them; employee numbers. */
  readonly released: readonly string[];
  /** Places set aside before the first phase; employee number → seat code. */
  readonly setAside: Readonly<Record<string, string>>;
  /** People who may stay and end neither at their post nor at one they wished for; employee numbers. */
  readonly worseOff: readonly string[];
}

/** What became of a phase of the plan. */
export interface PhaseCount {
  readonly code: Pool;
  readonly mechanism: string;
  readonly people: number;
  readonly placed: number;
}

/** Plain data: a thread hands it over, a table keeps it. */
export interface RunResult {
  readonly placements: ReadonlyMap<string, Placement>;
  readonly explanations: ReadonlyMap<string, PersonExplanation>;
  readonly metrics: RunMetrics;
  readonly certificate: RunCertificate;
  readonly violations: readonly (OutcomeFinding & { readonly code: string })[];
  /** The first open phase with priority lists (lottery resolved), and its assignment: what any third person can check. */
  readonly instance: InstanceInput;
  readonly assignment: Readonly<Record<string, string | null>>;
  readonly phases: readonly PhaseCount[];
  readonly inputHash: string;
  /** Over input, mechanism, seed and result; a replay gives the same. */
  readonly hash: string;
}

export interface Watch {
  readonly signal?: AbortSignal;
  readonly onStage?: (news: StageNews) => void;
  /** For phases under constraints. */
  readonly solver?: Solver;
}

/** Over everything that decides the placement; bystanders and relations only serve the checks after it. */
export const inputHashOf = ({ format, mechanism, plan, seed, criteria, people, seats }: RunInput): string => hashOf({ format, mechanism, plan, seed, criteria, people, seats });

const prove = ({ phase, instance, result, constrained }: SolvedPhase): PhaseProof => ({
  pool: phase.pool, ...(constrained ? proveConstrained(instance, constrained) : certify(instance, result.assignment, result)),
});

const proveRound = ({ phases, released, setAside, worseOff }: PlacedRound): RunCertificate => {
  const proofs = phases.map(prove);
  return { holds: proofs.every(({ holds }) => holds), phases: proofs, released, setAside: Object.fromEntries(setAside), worseOff };
};

const countPhases = (input: RunInput, placements: ReadonlyMap<string, Placement>): readonly PhaseCount[] =>
  plansOf(input).plan.flatMap(({ pool: code, mechanism }, index, plan) => {
    // Two phases of one pool end in one group of people: who was placed last counts where the group is named first.
    if (plan.findIndex(({ pool }) => pool === code) < index) return [];
    const own = [...placements.values()].filter(({ phase }) => phase === code);
    return [{ code, mechanism, people: own.length, placed: own.filter(({ outcome }) => outcome !== 'STAYED').length }];
  });

/**
 * A whole run: compiles the criteria, places in phases, proves, explains and checks. A pure function of the input.
 * @throws MechanismRefused, SolveCancelled when the signal is aborted
 */
export const performRun = async (input: RunInput, { signal, onStage, solver }: Watch = {}): Promise<RunResult> => {
  onStage?.(stageNews('COMPILING'));
  const compiled = compileRound(input);
  const placed = await placeRound(compiled, input, { seed: input.seed, signal, solver, onProgress: (share, pool) => onStage?.(stageNews('PLACING', share, pool)) });
  onStage?.(stageNews('CERTIFYING'));
  const { placements, principal } = placed;
  const certificate = proveRound(placed);
  const view = viewOf(input, compiled, (number) => placements.get(number)?.seatCode ?? null);
  const metrics = measureRound(compiled, placed, view, input.seed);
  onStage?.(stageNews('EXPLAINING'));
  const explanations = explainRound(compiled, placed);
  const inputHash = inputHashOf(input);
  const outcomes = [...placements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([number, { outcome, phase, seatCode, rank }]) => [number, outcome, phase, seatCode, rank]);
  return {
    placements, explanations, metrics, certificate,
    violations: compiled.rules.violations(view),
    instance: toInstanceJson(principal.instance, { seed: input.seed }),
    assignment: Object.fromEntries(principal.assignment),
    phases: countPhases(input, placements),
    inputHash,
    hash: sha256Hex(JSON.stringify([input.format, inputHash, input.mechanism, input.seed, outcomes])),
  };
};
