/** Plain shapes of the invented district. Days are `YYYY-MM-DD`; an end day is exclusive; null = empty in the file. */
export type UnitType = 'BUREAU' | 'DEPARTMENT' | 'TEAM' | 'DONG';
export type Headship = 'DEPARTMENT_HEAD' | 'TEAM_LEAD' | 'DONG_HEAD';
export type AppointmentType = 'REGULAR' | 'PROBATION' | 'TERM';
export type LeaveType = 'CHILDCARE' | 'ILLNESS' | 'FAMILY_CARE' | 'STUDY' | 'MILITARY' | 'OTHER';

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly type: UnitType;
  readonly parentCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface DemoPosition {
  readonly code: string;
  readonly unitCode: string;
  readonly duty: string;
  readonly dutyEn: string;
  readonly description: string;
  readonly authorizedHeadcount: number;
  /** Numerically smallest grade admitted (6 of 6–7); 0–0 = outside the grades. */
  readonly highestGrade: number;
  readonly lowestGrade: number;
  /** Empty = any series. */
  readonly jobSeries: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly headship: Headship | null;
  readonly heavyWorkload: boolean;
  readonly specialist: boolean;
  readonly specialistTenureMonths: 36 | 60 | null;
  readonly protectionReason: string | null;
  readonly protectedUntil: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The grade under which the headcount plan (정원표) counts the post; 0 = outside the grades. Not in the file. */
  readonly nominalGrade: number;
}

export interface DemoEmployee {
  readonly employeeNumber: string;
  readonly name: string;
  /** 4…9; 0 = outside the grades. */
  readonly grade: number;
  readonly jobSeries: string;
  readonly appointmentType: AppointmentType;
  readonly hiredOn: string;
  readonly positionCode: string;
  readonly postedOn: string;
  readonly licences: readonly string[];
  readonly leaveType: LeaveType | null;
  readonly leaveFrom: string | null;
  readonly leaveTo: string | null;
  readonly secondedTo: string | null;
  readonly secondedFrom: string | null;
  readonly secondedUntil: string | null;
  readonly suspendedFrom: string | null;
  readonly suspendedUntil: string | null;
}

export interface DemoCouple {
  readonly employeeNumbers: readonly [string, string];
  readonly kind: 'COUPLE';
}

export type HardshipKind = 'PREGNANCY' | 'CHILDCARE' | 'DISABILITY' | 'ILLNESS' | 'FAMILY' | 'HARASSMENT_VICTIM';

export interface DemoHardship {
  readonly employeeNumber: string;
  readonly kind: HardshipKind;
  /** Seen by HR only. */
  readonly text: string;
}

/** A point on the invented map, degrees; the district lies where none of its dong really is. */
export interface DemoPlace {
  readonly latitude: number;
  readonly longitude: number;
}

/** Earlier service and home, as the personnel card has them. */
export interface DemoRecord {
  readonly employeeNumber: string;
  readonly home: DemoPlace;
  readonly service: readonly { readonly unitCode: string; readonly months: number }[];
}

export interface DemoMerger {
  /** The day on which the new dong opens: the 1 January after the reference date. */
  readonly effectiveOn: string;
  readonly oldUnitCodes: readonly string[];
  readonly newUnit: DemoUnit;
  /** Posts of the new dong: places for some of the displaced only. */
  readonly newPositions: readonly DemoPosition[];
  /** All who are in post at the old dongs on the reference date. */
  readonly displaced: readonly string[];
  readonly reason: string;
  readonly reasonEn: string;
}

export interface DemoFacts {
  readonly couples: readonly DemoCouple[];
  readonly hardships: readonly DemoHardship[];
  readonly merger: DemoMerger;
  readonly records: readonly DemoRecord[];
  /** Of every dong, the new one included. */
  readonly places: readonly (DemoPlace & { readonly unitCode: string })[];
  /** Headships filled after a ballot of the managers (행정지원과장, 기획예산과장). */
  readonly ballotPositionCodes: readonly string[];
}

export interface DemoDistrict {
  readonly label: '가상 데이터';
  readonly name: string;
  readonly nameEn: string;
  readonly seed: number;
  readonly referenceDate: string;
  readonly units: readonly DemoUnit[];
  readonly positions: readonly DemoPosition[];
  readonly employees: readonly DemoEmployee[];
  readonly unitsCsv: string;
  readonly positionsCsv: string;
  readonly employeesCsv: string;
  readonly facts: DemoFacts;
}
