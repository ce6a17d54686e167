import { certify, measure, MechanismRefused, mechanismCodes, solve, SolveCancelled, type Certificate, type Instance } from '#matching';
import type { SlowProgress } from '../progress.js';
import type { ComparedRow } from './row.js';

/**
 * Runs every registered mechanism on one instance, one after the other, and judges each result.
 * @param timeLimit seconds after which a mechanism is stopped, where it looks up often enough
 */
export function compareAll(instance: Instance, seed: string, timeLimit: number, progress: SlowProgress): ComparedRow[] {
  return mechanismCodes().map((mechanism) => {
    const started = performance.now();
    const elapsed = (): number => performance.now() - started;
    try {
      const result = solve(instance, mechanism, {
        seed, onProgress: (share) => progress.at(mechanism, share), isCancelled: () => elapsed() > timeLimit * 1_000,
      });
      const ms = elapsed();
      const certificate = certify(instance, result.assignment, result);
      return {
        kind: 'outcome', mechanism, metrics: measure(instance, result.assignment), worseOff: certificate.individuallyRational.count, envy: certificate.noJustifiedEnvy.count, waste: certificate.nonWasteful.count,
        paretoEfficient: certificate.paretoEfficient.holds, promised: certificate.promised, broken: certificate.promised.filter((name) => !holds(certificate, name)), ms,
      };
    } catch (error) {
      if (error instanceof MechanismRefused) return { kind: 'refused', mechanism, refusal: error.refusal };
      if (error instanceof SolveCancelled) return { kind: 'stopped', mechanism, seconds: timeLimit };
      throw error;
    }
  });
}

/** Findings stand in the certificate under the names of the promises. */
function holds(certificate: Certificate, promise: string): boolean {
  const finding: unknown = Object.entries(certificate).find(([name]) => name === promise)?.[1];
  return typeof finding === 'object' && finding !== null && 'holds' in finding && finding.holds === true;
}
