import type { OptionTotals } from '../counting/totals.js';
import { orderByScore, standingOf, type Standing } from './standing.js';

/** Most votes win: the standing of totals per option. */
export function byVotes({ totals }: Pick<OptionTotals, 'totals'>): Standing {
  return { ...standingOf(orderByScore([...totals.keys()], (option) => totals[option]!)), scores: totals };
}
