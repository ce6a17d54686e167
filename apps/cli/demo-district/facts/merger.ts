import { addMonths, yearOf } from '../dates.js';
import { type DemoEmployee, type DemoMerger } from '../model.js';
import { toPositions } from '../positions/build-positions.js';
import { mergedDongPosts } from '../positions/dong-posts.js';
import { stream } from '../random.js';
import { type BuiltUnits } from '../units/build-units.js';
import { MERGER } from '../units/dongs.js';

export function mergingUnitCodes(units: BuiltUnits): string[] {
  return units.dongs.filter((dong) => dong.spec.size === 'MERGING').map((dong) => dong.code);
}

/** The merger (동 통폐합) that takes effect on the 1 January after the reference date. */
export function buildMerger(units: BuiltUnits, employees: readonly DemoEmployee[], seed: number, referenceDate: string): DemoMerger {
  const oldUnitCodes = mergingUnitCodes(units);
  const effectiveOn = `${yearOf(referenceDate) + 1}-01-01`;
  const code = `N${String(units.dongs.length + 1).padStart(2, '0')}`;
  const drafts = mergedDongPosts(code, MERGER.name);
  const positions = toPositions(
    drafts, drafts.map((draft) => draft.headcount), stream(seed, 'merged dong'), referenceDate, { from: effectiveOn, to: null },
  );
  const isOld = (employee: DemoEmployee): boolean => oldUnitCodes.some((old) => employee.positionCode.startsWith(`${old}-`));
  return {
    effectiveOn,
    oldUnitCodes,
    newUnit: { code, name: MERGER.name, nameEn: MERGER.nameEn, type: 'DONG', parentCode: null, validFrom: effectiveOn, validTo: null },
    // 한시정원 of the first year ends with it.
    newPositions: positions.map((position) =>
      (position.description.endsWith('한시정원으로 둔다.') ? { ...position, validTo: addMonths(effectiveOn, 12) } : position)),
    displaced: employees.filter(isOld).map((employee) => employee.employeeNumber),
    reason: '재건축에 따른 인구 감소와 생활권 변화에 맞추어 이웃한 두 동을 통합한다.',
    reasonEn: 'Two neighbouring dongs merge, as reconstruction has changed the population and the ways people live in the area.',
  };
}
