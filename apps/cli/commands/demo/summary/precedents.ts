import type { Bilingual } from '#contracts';

/** What was published about an earlier round; null = not published. */
export interface Precedent {
  readonly title: Bilingual;
  readonly people: number;
  /** Of `people`, first to third choice; null = not published. */
  readonly byRank: readonly (number | null)[];
  readonly none: number | null;
  /** Also wished for by the receiving head. */
  readonly mutual: number | null;
}

/** Ministry of Government Administration, 희망인사시스템, 2006: 115 movers. */
export const MINISTRY_2006: Precedent = {
  title: { ko: '2006 중앙인사 희망인사시스템', en: 'ministry, 2006' }, people: 115, byRank: [89, 6, 13], none: 7, mutual: 56,
};

/** Gwangju, 2019: 508 moved, 61.4 % of them mutual; the ranks were not published. */
export const GWANGJU_2019: Precedent = {
  title: { ko: '2019 광주광역시', en: 'Gwangju, 2019' }, people: 508, byRank: [null, null, null], none: null, mutual: 312,
};

/** US Army talent alignment, 2019: 14,500 officers, 55 % first choice, 67 % one of the first three. */
export const ARMY_2019 = { title: { ko: '2019 미 육군 인재배치', en: 'US Army, 2019' }, people: 14_500, firstShare: 0.55, firstThreeShare: 0.67 } as const;
