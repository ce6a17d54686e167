export const PLANNED_ASSIGNMENT_STATES = ['PLANNED', 'TAKEN_UP', 'WITHDRAWN'] as const;
export type PlannedAssignmentState = (typeof PLANNED_ASSIGNMENT_STATES)[number];
