import { certify, measure, sha256Hex, toInstanceJson, type Certificate, type InstanceInput } from '#matching';
import type { OutcomeFinding } from '../rules/outcome/placement-view.js';
import { hashOf } from './canonical.js';
import { compileRound, type CompiledRound } from './compile.js';
import { explainRound, type PersonExplanation } from './explain.js';
import type { SolvedPhase } from './phase.js';
import { placeRound, type OutcomeCode, type PlacedRound, type Placement } from './place.js';
import { viewOf } from './placement-view.js';
import type { RunInput } from './run-input.js';

export interface RunMetrics {
  readonly participants: number;
  readonly placed: number;
  /** People by the wish granted: `byRank[0]` the first. */
  readonly byRank: readonly number[];
  readonly stayed: number;
  readonly unmet: number;
  readonly outOfWish: number;
  readonly excluded: number;
  readonly displaced: { readonly people: number; readonly placed: number };
  readonly movers: number;
  readonly mustMove: number;
  /** Placed where a head had requested them by name. */
  readonly mutual: number;
  /** Places of the open phase that stayed empty. */
  readonly unfilledPlaces: number;
}

export interface RunCertificate {
  readonly holds: boolean;
  readonly open: Certificate;
  /** The displaced people's choice among the places that nobody may keep. */
  readonly displaced: Certificate | null;
  /** Long-serving people who stay because no other post could take them; employee numbers. */
  readonly released: readonly string[];
  /** Places set aside before the open phase; employee number → seat code. */
  readonly setAside: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly compiled: CompiledRound;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly explanations: ReadonlyMap<string, PersonExplanation>;
  readonly metrics: RunMetrics;
  readonly certificate: RunCertificate;
  readonly violations: readonly (OutcomeFinding & { readonly code: string })[];
  /** The open phase with priority lists (lottery resolved), and its assignment: what any third person can check. */
  readonly instance: InstanceInput;
  readonly assignment: Readonly<Record<string, string | null>>;
  readonly phases: readonly { readonly code: string; readonly people: number; readonly placed: number }[];
  readonly inputHash: string;
  /** Over input, mechanism, seed and result; a replay gives the same. */
  readonly hash: string;
}

export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

const measureRound = (round: CompiledRound, placed: PlacedRound): RunMetrics => {
  const count = (outcome: OutcomeCode): number => [...placed.placements.values()].filter((placement) => placement.outcome === outcome).length;
  const byRank = [0, 0, 0, 0, 0];
  let mutual = 0;
  let displacedPlaced = 0;
  for (const { facts, mustMove } of round.people) {
    const placement = placed.placements.get(facts.employeeNumber);
    if (placement === undefined || (placement.outcome !== 'PLACED' && placement.outcome !== 'OUT_OF_WISH')) continue;
    if (placement.rank !== null) byRank[placement.rank - 1] = (byRank[placement.rank - 1] ?? 0) + 1;
    if (placement.seatCode !== null && facts.requestedFor.includes(placement.seatCode)) mutual++;
    if (mustMove === 'DISPLACED') displacedPlaced++;
  }
  const placedCount = count('PLACED');
  const outOfWish = count('OUT_OF_WISH');
  return {
    participants: round.people.length, placed: placedCount, byRank, stayed: count('STAYED'), unmet: count('UNMET'), outOfWish, excluded: count('EXCLUDED'),
    displaced: { people: round.people.filter(({ mustMove }) => mustMove === 'DISPLACED').length, placed: displacedPlaced },
    movers: placedCount + outOfWish,
    mustMove: round.people.filter(({ mustMove }) => mustMove !== null).length,
    mutual,
    unfilledPlaces: measure(placed.openPhase.instance, placed.openPhase.result.assignment).unfilledPlaces,
  };
};

/** Over everything that decides the placement; bystanders and relations only serve the checks after it. */
export const inputHashOf = ({ format, mechanism, seed, criteria, people, seats }: RunInput): string => hashOf({ format, mechanism, seed, criteria, people, seats });

const certifyPhase = ({ instance, result }: SolvedPhase): Certificate =>
  certify(instance, result.assignment, { mechanism: result.mechanism, seed: result.seed });

/**
 * A whole run: compiles the criteria, places in phases, proves, explains and checks. A pure function of the input.
 * @throws SolveCancelled when the signal is aborted
 */
export const performRun = (input: RunInput, { signal, onProgress }: Watch = {}): RunResult => {
  const compiled = compileRound(input);
  onProgress?.(0.1);
  const placed = placeRound(compiled, { mechanism: input.mechanism, seed: input.seed, signal });
  onProgress?.(0.5);
  const { placements, openPhase, displacedPhase } = placed;
  const open = certifyPhase(openPhase);
  const displaced = displacedPhase === null ? null : certifyPhase(displacedPhase);
  const explanations = explainRound(compiled, placed);
  onProgress?.(0.8);
  const inputHash = inputHashOf(input);
  const outcomes = [...placements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([number, { outcome, phase, seatCode, rank }]) => [number, outcome, phase, seatCode, rank]);
  const phase = (code: string) => ({ code, people: placedIn(placements, code).length, placed: placedIn(placements, code).filter(({ outcome }) => outcome !== 'STAYED').length });
  return {
    compiled, placements, explanations,
    metrics: measureRound(compiled, placed),
    certificate: { holds: open.holds && (displaced?.holds ?? true), open, displaced, released: placed.released, setAside: Object.fromEntries(placed.setAside) },
    violations: compiled.rules.violations(viewOf(input, compiled, (number) => placements.get(number)?.seatCode ?? null)),
    instance: toInstanceJson(openPhase.instance, { seed: input.seed }),
    assignment: Object.fromEntries(openPhase.assignment),
    phases: [phase('DISPLACED'), phase('OPEN'), phase('OUT_OF_WISH')],
    inputHash,
    hash: sha256Hex(JSON.stringify(['jari-run/1', inputHash, input.mechanism, input.seed, outcomes])),
  };
};

const placedIn = (placements: ReadonlyMap<string, Placement>, code: string): readonly Placement[] =>
  [...placements.values()].filter((placement) => placement.phase === code);
