import { type DemoDistrict, type DemoEmployee } from '../model.js';
import { stream } from '../random.js';
import { directoryWithMerger } from './generate-wishes.js';
import { type DemoStaffRequest, type DemoWishList } from './model.js';

const HEADS = 24;
const LONGEST = 4;

const REASONS = [
  '관련 업무 경험이 있어 인수인계 기간을 줄일 수 있습니다.',
  '자격과 교육 이력이 담당 업무와 잘 맞습니다.',
  '공동 사업에서 보여 준 조정 능력을 높이 평가합니다.',
  '준비작업을 꾸준히 하여 업무를 이해하는 폭이 넓습니다.',
  '결원이 길어져 바로 맡을 수 있는 직원이 필요합니다.',
  '민원 응대 경험이 풍부하여 창구 안정에 도움이 됩니다.',
];

/**
 * Ranked requests (내신) of division and dong heads for people who wish for a post of theirs. A head sees applicants
 * without their ranks, so the order here depends on nothing that the wish lists say about rank.
 */
export function generateStaffRequests(district: DemoDistrict, lists: readonly DemoWishList[], { seed }: { seed: number }): DemoStaffRequest[] {
  const random = stream(seed, 'staff requests');
  const lookUp = directoryWithMerger(district);
  const applicants = new Map<string, { employee: DemoEmployee; positionCode: string }[]>();
  for (const list of lists) {
    const employee = lookUp.employee(list.employeeNumber);
    for (const { positionCode } of [...list.wishes].sort((a, b) => (a.positionCode < b.positionCode ? -1 : 1))) {
      const unit = lookUp.divisionOfPosition(positionCode).code;
      const sofar = applicants.get(unit) ?? [];
      if (sofar.every((one) => one.employee !== employee)) sofar.push({ employee, positionCode });
      applicants.set(unit, sofar);
    }
  }
  const closing = new Set(district.facts.merger.oldUnitCodes);
  const heads = district.employees.filter((employee) => {
    const { headship, unitCode } = lookUp.position(employee.positionCode);
    return (headship === 'DEPARTMENT_HEAD' || headship === 'DONG_HEAD') && !closing.has(unitCode) && (applicants.get(unitCode)?.length ?? 0) >= 2;
  });
  return random.shuffle(heads).slice(0, HEADS).map((head) => {
    const { unitCode } = lookUp.position(head.positionCode);
    const wanted = random.shuffle((applicants.get(unitCode) ?? []).filter((one) => one.employee !== head)).slice(0, random.between(2, LONGEST));
    return {
      headEmployeeNumber: head.employeeNumber,
      unitCode,
      requests: wanted.map(({ employee, positionCode }, index) => ({
        rank: index + 1, positionCode, employeeNumber: employee.employeeNumber, reasonText: random.pick(REASONS),
      })),
    };
  }).sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1));
}
