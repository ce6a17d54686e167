/** The days of the season, all of Korea. The district is generated as of `DEMO_REFERENCE_DATE`, in its middle. */
export const DAYS = {
  start: '2026-08-03',
  facts: '2026-09-07',
  merger: '2026-10-05',
  secondImport: '2026-11-20',
  ballotNotice: '2026-11-23',
  nominations: '2026-11-25',
  resolved: '2026-11-27',
  notice: '2026-12-02',
  rollClosing: '2026-12-03',
  specification: '2026-12-04',
  opens: '2026-12-07',
  postChange: '2026-12-10',
  ballotCloses: '2026-12-11',
  count: '2026-12-14',
  requests: '2026-12-14',
  closes: '2026-12-18',
  checks: '2026-12-21',
  amendment: '2026-12-22',
  runs: '2026-12-23',
  adoption: '2026-12-24',
  review: '2026-12-28',
  committee: '2026-12-30',
  approval: '2027-01-04',
  results: '2027-01-08',
  orders: '2027-01-11',
  grievances: '2027-01-14',
  answers: '2027-01-25',
  cutOff: '2026-12-31',
} as const;

export const OPENS_AT = `${DAYS.opens}T09:00:00+09:00`;
export const CLOSES_AT = `${DAYS.closes}T18:00:00+09:00`;

/** The ballots' own times; the days on which people vote, of which the last is for second thoughts. */
export const BALLOT_TIMES = {
  nominationsUntil: '2026-11-30T18:00:00+09:00',
  appealsUntil: '2026-12-02T18:00:00+09:00',
  opensAt: OPENS_AT,
  closesAt: `${DAYS.ballotCloses}T18:00:00+09:00`,
} as const;
export const VOTING = ['2026-12-07', '2026-12-08', '2026-12-09', DAYS.ballotCloses] as const;

export const ROUND_NAME = '2027년 상반기 정기인사';
export const RESOLUTION = '인사위원회 2026-제12호';
