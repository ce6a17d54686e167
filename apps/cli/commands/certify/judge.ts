import { certify, measure, mechanismCodes, mechanismParameters, runHash, type Certificate, type Instance, type Metrics } from '#matching';
import { nativeSha256 } from '../solve/output.js';
import type { ReadAssignment } from './read-assignment.js';

/** What any assignment must keep, whoever made it: places, rules, and nobody below the seat they may keep. */
const WITHOUT_MECHANISM = ['feasible', 'individuallyRational'] as const;
/** Ranks people where no mechanism is named: incumbents first at their own seat, as under every right to stay. */
const RIGHT_TO_STAY = 'da-star';

export interface Judgement {
  /** `mechanism` is null where none is named; `holds` then covers `WITHOUT_MECHANISM` alone. */
  readonly certificate: Omit<Certificate, 'mechanism'> & { readonly mechanism: string | null };
  readonly metrics: Metrics;
  readonly seed: string;
  /** Of instance, mechanism, seed and this assignment; null without a mechanism. */
  readonly hash: string | null;
  /** Whether that is the hash that stands beside the assignment; null where none does. */
  readonly sameRun: boolean | null;
}

/** Judges an assignment by what the mechanism promises; a mechanism that is not registered counts as none. */
export function judge(instance: Instance, { assignment, hash: printed, mechanism: printedBy, parameters: set, cycles, bound }: ReadAssignment, named: string | null, seed: string): Judgement {
  const mechanism = named !== null && mechanismCodes().includes(named) ? named : null;
  // What stands beside the assignment belongs to the mechanism that it was printed for.
  const beside = mechanism === printedBy ? { parameters: set, cycles, bound } : {};
  const certificate = certify(instance, assignment, { mechanism: mechanism ?? RIGHT_TO_STAY, seed, ...beside });
  const metrics = measure(instance, assignment);
  if (mechanism === null) {
    const holds = WITHOUT_MECHANISM.every((name) => certificate[name].holds);
    return { certificate: { ...certificate, mechanism, promised: WITHOUT_MECHANISM, holds }, metrics, seed, hash: null, sameRun: null };
  }
  const standard = Object.fromEntries(Object.entries(mechanismParameters(mechanism)).map(([name, range]) => [name, range.standard]));
  const hash = runHash(instance, { mechanism, seed, assignment, parameters: { ...standard, ...beside.parameters } }, { sha256: nativeSha256 });
  return { certificate, metrics, seed, hash, sameRun: printed === null ? null : printed === hash };
}
