import { pointsNeeded, type BetterWish, type Explanation } from '#matching';
import type { Bilingual } from '#contracts';
import { bilingual } from '#platform';
import type { SolvedPhase } from './phase.js';

/** A message about a post, named in both languages. */
export const inBoth = (key: string, params: Readonly<Record<string, string | number>>, seat: Bilingual): Bilingual =>
  bilingual(key, params, { ko: { seat: seat.ko }, en: { seat: seat.en } });

/** Reasons of the engine that need no figures of scores. */
const PLAIN: ReadonlySet<string> = new Set([
  'KEPT_BY_INCUMBENTS', 'NO_PLACES', 'TURNS_AND_REQUESTS', 'NO_EXCHANGE', 'HOLDERS_ONLY', 'NOBODY_TO_EXCHANGE_WITH', 'NOBODY_LEFT', 'OBJECTIVE',
]);

const keyOf = ({ reason, lottery, cutoff, lastTurn, routes }: BetterWish): string => {
  if (PLAIN.has(reason)) return `wish.${reason}`;
  if (reason === 'EARLIER_TURNS') return lastTurn === undefined ? 'wish.EARLIER_TURNS' : 'wish.EARLIER_TURNS.LAST';
  if (reason === 'TRADED') return routes === undefined ? 'wish.TRADED' : 'wish.TRADED.ROUTES';
  if (reason !== 'PEOPLE_AHEAD') return 'wish.NOT_REACHED';
  return lottery ? 'wish.LOTTERY' : cutoff === null ? 'wish.BEHIND_MASKED' : 'wish.BEHIND';
};

const joined = (parts: readonly Bilingual[]): Bilingual => ({ ko: parts.map(({ ko }) => ko).join(' '), en: parts.map(({ en }) => en).join(' ') });

/** Why a better wish was not granted, by the mechanism that placed the person; `points` more would have been enough. */
export const missedText = (better: BetterWish, { turn }: Explanation, points: number | null, labelOf: (code: string) => Bilingual): Bilingual => {
  const { reason, places, score, ahead, cutoff, lastTurn, lottery, routes = [] } = better;
  const params = { places, score: score ?? 0, ahead: ahead ?? 0, cutoff: cutoff ?? 0, turn: turn ?? 0, lastTurn: lastTurn ?? 0 };
  return joined([
    inBoth(keyOf(better), params, labelOf(better.seat)),
    ...routes.map(({ through, ...figures }) => inBoth(through === better.seat ? 'wish.ROUTE.OWN' : 'wish.ROUTE', figures, labelOf(through))),
    ...(reason === 'TRADED' && lottery ? [bilingual('wish.TRADED.LOTTERY')] : []),
    ...(points === null ? [] : [bilingual('wish.POINTS', { points })]),
  ]);
};

/** How many more points at that post would have been enough; null where the figure would tell a colleague's score, or there is none. */
export const pointsFor = ({ instance, result, input }: SolvedPhase, person: number, { seat, cutoff }: BetterWish): number | null => {
  if (cutoff === null) return null;
  const needed = pointsNeeded(instance, result, person, input.employees[person]?.wishes.indexOf(seat) ?? -1);
  return needed.code === 'POINTS' ? needed.points : null;
};
