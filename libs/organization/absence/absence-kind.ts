export const ABSENCE_KINDS = ['LEAVE', 'SECONDMENT', 'SUSPENSION'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const LEAVE_TYPES = ['CHILDCARE', 'ILLNESS', 'FAMILY_CARE', 'STUDY', 'MILITARY', 'OTHER'] as const;
export type LeaveType = (typeof LEAVE_TYPES)[number];
