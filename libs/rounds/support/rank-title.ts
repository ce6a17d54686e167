const SUFFIX: Readonly<Record<number, string>> = { 5: '사무관', 6: '주사', 7: '주사보', 8: '서기', 9: '서기보' };

/** 직급명 of a local official (지방공무원 임용령, table of ranks): grade and job series in one word. */
export const rankTitle = (grade: number, jobSeries: string): string => {
  if (grade === 4) return '지방서기관';
  const suffix = SUFFIX[grade];
  return suffix === undefined ? jobSeries : `지방${jobSeries}${suffix}`;
};
