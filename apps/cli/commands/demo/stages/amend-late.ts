import type { DemoWishList } from '../../../demo-district/index.js';
import { DAYS } from '../season/calendar.js';
import { employeeId, goTo, hr, type Season, type Stage } from '../season/season.js';
import { wishBody } from './keep-wishes.js';

/** An ordinary applicant with two wishes at least, whose circumstances change after the close. */
const chooseAmended = ({ story, cast }: Season): DemoWishList => {
  const { displaced } = story.district.facts.merger;
  const known = new Set([...displaced, ...story.district.facts.hardships.map(({ employeeNumber }) => employeeNumber), cast.employee.employeeNumber]);
  const list = story.lists.find(({ employeeNumber, wishes }) => !known.has(employeeNumber) && wishes.length >= 3);
  if (list === undefined) throw new RangeError('nobody is left for the late amendment');
  return list;
};

/** The late hardship amendment: a recognised ground, and HR files a new order of wishes on the person's behalf. */
export const amendLate: Stage = async (season) => {
  goTo(season, DAYS.amendment, '11:00');
  const list = chooseAmended(season);
  const [first, second, ...rest] = list.wishes;
  if (first === undefined || second === undefined) return;
  await season.progress.stage({ ko: '마감 뒤 고충 변경', en: 'late hardship amendment' }, 0, async () => {
    const person = employeeId(season, list.employeeNumber);
    await hr(season).post(`/api/employees/${person}/circumstances`, {
      kind: 'PREGNANCY', validFrom: DAYS.amendment, validUntil: null, caseNumber: '2026-고충-013', note: '마감 뒤 임신 사실이 확인되어 희망 순서를 바꾸고자 함.',
    });
    await hr(season).post(`/api/rounds/${season.record.roundId}/hardship-amendments`, {
      employeeId: person, ground: 'PREGNANCY', reason: '임신이 확인되어 야간 근무가 없는 자리를 먼저 희망함.', closesAt: `${DAYS.runs}T18:00:00+09:00`,
      wishes: wishBody(season, [second, first, ...rest]),
    });
  });
};
