import { NOT_LISTED, type Instance } from '../instance/instance.js';
import type { Mechanism } from '../mechanisms/mechanism.js';
import { DECIDED_OTHERWISE, HOLDERS_ONLY, type MissedWish, type StrategyCode } from './facts.js';

export interface ListLimit {
  /** How many wishes a list may hold; without it there was no limit. */
  readonly listLimit?: number;
  /** The assignment is not the run's own: then nothing is said about other lists. */
  readonly changedByHand?: boolean;
}

/** Decided by hand, or open to nobody in that person's place: no list has a say. */
const UNTOUCHED_BY_LISTS: ReadonlySet<string> = new Set([DECIDED_OTHERWISE, HOLDERS_ONLY]);

/**
 * What is certain about other wish lists of one person, everybody else's being as they are. Where a mechanism is proof
 * against strategy (deferred acceptance: Dubins & Freedman 1981, Roth 1982; top trading cycles under printed lists:
 * Abdulkadiroğlu & Sönmez 2003; requests and turns: the same 1999; block exchange: Combe, Tercieux & Terrier 2022), no list
 * gives a better one of the wishes filed. Who had to stop at the limit may have done better with other seats on the list
 * (Haeringer & Klijn 2009) and is told so. Under top trading cycles with scores, or with wishes that a rule excludes,
 * naming a seat changes the power to trade: nothing is said.
 */
export function strategyOf(
  { strategyProof }: Mechanism, instance: Instance, missed: readonly MissedWish[], wishes: number, { listLimit, changedByHand }: ListLimit,
): StrategyCode | null {
  if (changedByHand === true || wishes === 0 || missed.length === 0 || missed.some(({ reason }) => UNTOUCHED_BY_LISTS.has(reason))) return null;
  if (strategyProof === 'no') return 'LIST_MATTERS';
  if (strategyProof === 'printed-lists' && (instance.basis !== 'priority' || instance.reasonCodes.some((code) => code !== '' && code !== NOT_LISTED))) return null;
  return listLimit !== undefined && wishes >= listLimit ? 'WHOLE_LIST_USED' : 'NO_LIST_WAS_BETTER';
}
