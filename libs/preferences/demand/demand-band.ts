export const DEMAND_BANDS = ['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const;

/** NONE 0, LOW 1–2, MEDIUM 3–5, HIGH 6 and more: the only form in which demand leaves the house. */
export type DemandBand = (typeof DEMAND_BANDS)[number];

/** @param applicants how many had the post on their filed list */
export const demandBand = (applicants: number): DemandBand => {
  if (applicants <= 0) return 'NONE';
  if (applicants <= 2) return 'LOW';
  return applicants <= 5 ? 'MEDIUM' : 'HIGH';
};
