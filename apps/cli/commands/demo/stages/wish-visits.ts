import { addDays } from '#organization';
import type { DemoPreparation, DemoWishList } from '../../../demo-district/index.js';

/** One evening on which a person works on the own list. */
export interface Visit {
  readonly list: DemoWishList;
  /** The first visit writes list and preparation. */
  readonly first: boolean;
  readonly checkIns: readonly { readonly item: DemoPreparation; readonly on: string; readonly note: string }[];
}

export interface Week {
  /** The Friday on which the week's visits take place. */
  readonly friday: string;
  readonly visits: readonly Visit[];
}

/** How far back the product accepts a check-in, so one visit a week can record all of them. */
const WEEK_DAYS = 7;

interface Plan {
  readonly from: string;
  readonly until: string;
  /** From when on somebody can act at all. */
  readonly earliest: (list: DemoWishList) => string;
}

/**
 * Spreads the lists over the weeks from `from` to `until` (two Fridays): each begins in the week of its first check-in, those
 * without any by turns, and comes back in every week with one. Check-ins of days before are not the product's to know.
 * The visits of a last week that are left for later begin it there.
 */
export const planWeeks = (lists: readonly DemoWishList[], { from, until, earliest }: Plan): readonly Week[] => {
  const fridays: string[] = [];
  for (let friday = from; friday <= until; friday = addDays(friday, WEEK_DAYS)) fridays.push(friday);
  const weekOf = (day: string): number => fridays.findIndex((friday) => day <= friday);
  const visits: Visit[][] = fridays.map(() => []);
  for (const [index, list] of lists.entries()) {
    const start = earliest(list);
    const beginning = weekOf(start);
    if (beginning < 0) continue;
    const begins = addDays(fridays[beginning] ?? from, -WEEK_DAYS + 1);
    const checkIns = list.preparation.flatMap((item) => item.checkIns.filter(({ on }) => on >= begins && weekOf(on) >= 0).map(({ on, note }) => ({ item, on, note })));
    const weeks = new Set(checkIns.map(({ on }) => weekOf(on)));
    const first = weeks.size > 0 ? Math.min(...weeks) : beginning + (index % Math.max(1, fridays.length - beginning));
    for (const week of new Set([first, ...weeks])) visits[week]?.push({ list, first: week === first, checkIns: checkIns.filter(({ on }) => weekOf(on) === week) });
  }
  return fridays.map((friday, week) => ({ friday, visits: visits[week] ?? [] }));
};
