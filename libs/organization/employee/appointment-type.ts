export const APPOINTMENT_TYPES = ['REGULAR', 'PROBATION', 'TERM'] as const;
export type AppointmentType = (typeof APPOINTMENT_TYPES)[number];
