import { type Headship } from '../model.js';
import { type DutySpec } from '../units/spec.js';

/** A position before its headcount and band are settled. */
export interface PositionDraft {
  readonly unitCode: string;
  readonly duty: string;
  readonly dutyEn: string;
  readonly description: string;
  readonly nominalGrade: number;
  readonly headship: Headship | null;
  readonly jobSeries: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly heavyWorkload: boolean;
  readonly specialistTenureMonths: 36 | 60 | null;
  readonly isProtected: boolean;
  /** Places, at least 1. */
  readonly headcount: number;
  /** Whether the headcount may grow until the plan of its grade is met. */
  readonly grows: boolean;
}

const PLAIN = {
  headship: null,
  jobSeries: [],
  requiredLicences: [],
  heavyWorkload: false,
  specialistTenureMonths: null,
  isProtected: false,
  headcount: 1,
  grows: false,
} as const;

export type DraftInput = Pick<PositionDraft, 'unitCode' | 'duty' | 'dutyEn' | 'description' | 'nominalGrade'> & Partial<PositionDraft>;

export function draft(input: DraftInput): PositionDraft {
  return { ...PLAIN, ...input };
}

/** A duty of the catalogue as a post of `unitCode`; `where` is the unit's name in the description. */
export function draftDuty(spec: DutySpec, unitCode: string, where: string, series: readonly string[], nominalGrade: number): PositionDraft {
  const work = spec.duty.endsWith('업무') ? `${spec.duty}를` : `${spec.duty} 업무를`;
  const sentences = [`${where}에서 ${work} 담당한다.`];
  if (spec.heavyWorkload) sentences.push('업무량이 많아 격무 직위로 관리하며 인력을 먼저 배치한다.');
  if (spec.specialistTenureMonths !== null) sentences.push(`전문직위로서 ${spec.specialistTenureMonths}개월 이상 근무한다.`);
  return draft({
    unitCode,
    duty: spec.duty,
    dutyEn: spec.dutyEn,
    description: sentences.join(' '),
    nominalGrade,
    jobSeries: spec.jobSeries ?? series,
    requiredLicences: spec.requiredLicences,
    heavyWorkload: spec.heavyWorkload,
    specialistTenureMonths: spec.specialistTenureMonths,
    isProtected: spec.isProtected,
    grows: nominalGrade >= 7,
  });
}
