import { certify, measure, runHash, type Certificate, type Instance, type Metrics, type SolveResult } from '#matching';
import { nativeSha256 } from './output.js';

/** What is said of a whole placement beside the answer to each person. */
export interface Judgement {
  readonly hash: string;
  readonly metrics: Metrics;
  readonly certificate: Pick<Certificate, 'promised' | 'holds'>;
}

export function judge(instance: Instance, result: SolveResult): Judgement {
  const { promised, holds } = certify(instance, result.assignment, result);
  return { hash: runHash(instance, result, { sha256: nativeSha256 }), metrics: measure(instance, result.assignment), certificate: { promised, holds } };
}
