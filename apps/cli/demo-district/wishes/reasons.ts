import { type Directory } from '../directory.js';
import { fill } from '../josa.js';
import { type DemoEmployee, type DemoHardship, type DemoPosition } from '../model.js';
import { type Random } from '../random.js';
import { type ReasonCode } from './model.js';
import { REASON_TEXTS } from './reason-texts.js';

const OF_HARDSHIP: Readonly<Record<DemoHardship['kind'], ReasonCode>> = {
  PREGNANCY: 'HEALTH', CHILDCARE: 'FAMILY_CARE', DISABILITY: 'HEALTH', ILLNESS: 'HEALTH', FAMILY: 'FAMILY_CARE', HARASSMENT_VICTIM: 'OTHER',
};

export interface ReasonContext {
  readonly employee: DemoEmployee;
  readonly target: DemoPosition;
  readonly months: number;
  readonly hardship: DemoHardship | undefined;
  readonly displaced: boolean;
}

function code({ employee, target, months, hardship, displaced }: ReasonContext, lookUp: Directory, random: Random): ReasonCode {
  if (hardship !== undefined && random.chance(0.7)) return OF_HARDSHIP[hardship.kind];
  if (displaced && random.chance(0.3)) return 'OTHER';
  const now = lookUp.position(employee.positionCode);
  const weights: [ReasonCode, number][] = [
    ['CAREER_DEVELOPMENT', 24], ['EXPERTISE', target.specialist || target.requiredLicences.length > 0 ? 30 : 16], ['TEAM_FIT', 8],
    ['COMMUTE', lookUp.division(target.unitCode).type === 'DONG' ? 20 : 7], ['WORK_LIFE_BALANCE', target.heavyWorkload ? 1 : 9],
    ['FAMILY_CARE', employee.grade >= 7 ? 7 : 4], ['HEALTH', 4], ['LONG_TENURE', months >= 30 ? 26 : months >= 24 ? 8 : 0],
    ['WORKLOAD', now.heavyWorkload ? 25 : 3], ['OTHER', 3],
  ];
  return random.weighted(weights, ([, weight]) => weight)[0];
}

/** The duty as it reads inside a sentence: of a head, `예산팀 운영`. */
export function dutyLabel(position: DemoPosition): string {
  return position.duty.replace(/ 총괄$/u, ' 운영');
}

/** A reason code that suits the person's situation, and a text of that code with its slots filled. */
export function reason(context: ReasonContext, lookUp: Directory, random: Random): { reasonCode: ReasonCode; reasonText: string } {
  const reasonCode = code(context, lookUp, random);
  const { employee, target, months, displaced } = context;
  const now = lookUp.divisionOfPosition(employee.positionCode);
  const wished = lookUp.division(target.unitCode);
  const merged = displaced && reasonCode === 'OTHER';
  const rotates = (now.type === 'DONG') !== (wished.type === 'DONG');
  const templates = REASON_TEXTS[reasonCode].filter((text) =>
    text.startsWith('동 통합') === merged && (rotates || !text.startsWith('동 근무와')));
  const text = fill(random.pick(templates), {
    duty: dutyLabel(target),
    division: wished.name,
    nowDuty: dutyLabel(lookUp.position(employee.positionCode)),
    nowDivision: now.name,
    months: String(months),
  });
  return { reasonCode, reasonText: text };
}
