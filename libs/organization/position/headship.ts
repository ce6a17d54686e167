export const HEADSHIPS = ['DEPARTMENT_HEAD', 'TEAM_LEAD', 'DONG_HEAD'] as const;
export type Headship = (typeof HEADSHIPS)[number];
