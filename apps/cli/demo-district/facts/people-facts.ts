import { addMonths, yearEnd } from '../dates.js';
import { type Directory } from '../directory.js';
import { type DemoCouple, type DemoEmployee, type DemoHardship, type HardshipKind } from '../model.js';
import { stream } from '../random.js';

/** Twelve cases; the text is for HR alone and says no more than a decision needs. */
const HARDSHIPS: readonly { kind: HardshipKind; text: string }[] = [
  { kind: 'PREGNANCY', text: '임신 중으로 야간 당직과 장시간 서서 하는 업무를 피할 필요가 있음.' },
  { kind: 'PREGNANCY', text: '임신 중으로 정기 검진이 가능한 근무지를 희망함.' },
  { kind: 'CHILDCARE', text: '만 3세 쌍둥이를 양육하여 등·하원 시간 조정이 필요함.' },
  { kind: 'CHILDCARE', text: '한부모로 초등학교 1학년 자녀의 방과 후 돌봄이 필요함.' },
  { kind: 'CHILDCARE', text: '미취학 자녀의 재활 치료에 주 2회 동행해야 함.' },
  { kind: 'DISABILITY', text: '보행이 불편하여 승강기와 장애인 주차구역이 있는 청사가 필요함.' },
  { kind: 'DISABILITY', text: '청각 보조기기를 사용하여 전화 응대가 적은 업무가 필요함.' },
  { kind: 'ILLNESS', text: '정기적인 투석 치료로 외근이 많은 업무가 어려움.' },
  { kind: 'ILLNESS', text: '척추 수술 후 회복 중으로 현장 단속 업무가 어려움.' },
  { kind: 'FAMILY', text: '거동이 불편한 부모를 돌보아 자택과 가까운 근무지가 필요함.' },
  { kind: 'FAMILY', text: '배우자의 장기 입원으로 돌봄과 간병을 병행하고 있음.' },
  { kind: 'HARASSMENT_VICTIM', text: '직장 내 괴롭힘 피해 신고가 인정되어 행위자와 분리가 필요함.' },
];

const COUPLES = 5;

/**
 * Couples and hardship cases among regular staff of grades 7 and 8 in service, nobody in two of them. Couples serve in
 * different divisions now. The victim of harassment has served less than 24 months: the case moves all the same.
 */
export function buildPeopleFacts(
  employees: readonly DemoEmployee[], lookUp: Directory, displaced: readonly string[], seed: number, referenceDate: string,
): { couples: DemoCouple[]; hardships: DemoHardship[] } {
  const random = stream(seed, 'facts');
  const gone = new Set(displaced);
  const pool = random.shuffle(employees.filter((one) =>
    (one.grade === 7 || one.grade === 8) && one.appointmentType === 'REGULAR' && one.leaveType === null
    && one.secondedTo === null && one.suspendedFrom === null && !gone.has(one.employeeNumber)
    && lookUp.position(one.positionCode).protectedUntil === null));
  const settled = addMonths(yearEnd(referenceDate), -24);
  const eligible = pool.filter((one) => one.postedOn <= settled && !lookUp.position(one.positionCode).specialist);
  const taken = new Set<string>();
  const next = (list: readonly DemoEmployee[], fits: (one: DemoEmployee) => boolean = () => true): DemoEmployee => {
    const found = list.find((one) => !taken.has(one.employeeNumber) && fits(one));
    if (found === undefined) throw new RangeError('nobody is left for a fact');
    taken.add(found.employeeNumber);
    return found;
  };
  const division = (one: DemoEmployee): string => lookUp.divisionOfPosition(one.positionCode).code;
  const couples = Array.from({ length: COUPLES }, (): DemoCouple => {
    const first = next(eligible);
    const second = next(eligible, (one) => division(one) !== division(first));
    return { employeeNumbers: [first.employeeNumber, second.employeeNumber], kind: 'COUPLE' };
  });
  const hardships = HARDSHIPS.map(({ kind, text }): DemoHardship => {
    const victim = kind === 'HARASSMENT_VICTIM';
    const person = victim ? next(pool, (one) => one.postedOn > settled) : next(eligible);
    return { employeeNumber: person.employeeNumber, kind, text };
  });
  return { couples, hardships };
}
