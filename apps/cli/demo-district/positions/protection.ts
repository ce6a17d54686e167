import { addMonths } from '../dates.js';

/** Why a post may be frozen for a while; each freeze has a reason and an end (product: protected posts). */
const REASONS: readonly { text: string; months: number }[] = [
  { text: '진행 중인 사업의 연속성 확보', months: 6 },
  { text: '소송 수행 중으로 담당자 유지 필요', months: 8 },
  { text: '외부 감사 수감 기간 중 업무 공백 방지', months: 4 },
  { text: '대규모 계약 체결 및 정산 마무리', months: 5 },
  { text: '시스템 전환에 따른 안정화 기간', months: 7 },
  { text: '보상 협의 진행 중으로 담당자 유지 필요', months: 9 },
];

export function protection(index: number, referenceDate: string): { protectionReason: string; protectedUntil: string } {
  const { text, months } = REASONS[index % REASONS.length] ?? { text: '업무 연속성 확보', months: 6 };
  const month = addMonths(`${referenceDate.slice(0, 7)}-01`, months);
  return { protectionReason: text, protectedUntil: month };
}
