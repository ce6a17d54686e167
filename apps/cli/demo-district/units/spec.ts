/**
 * How the catalogue of units is written down. A duty is one line, `한국어|English|flags`; flags, separated by spaces:
 * `H` heavy workload, `S36`/`S60` specialist post with its tenure in months, `P` protected, `X` outside the grades
 * (전문경력관), `G5`…`G9` a fixed grade, `J=세무+행정` job series, `L=정보처리기사` required licence.
 */
export interface DutySpec {
  readonly duty: string;
  readonly dutyEn: string;
  readonly heavyWorkload: boolean;
  readonly specialistTenureMonths: 36 | 60 | null;
  readonly isProtected: boolean;
  /** 0 = outside the grades; null = decided by the grade table. */
  readonly grade: number | null;
  /** null = the series of the team. */
  readonly jobSeries: readonly string[] | null;
  readonly requiredLicences: readonly string[];
}

export interface TeamSpec {
  readonly name: string;
  readonly nameEn: string;
  readonly jobSeries: readonly string[];
  readonly duties: readonly DutySpec[];
}

export interface DivisionSpec {
  readonly name: string;
  readonly nameEn: string;
  readonly jobSeries: readonly string[];
  /** One or two sentences on what the division answers for. */
  readonly description: string;
  readonly teams: readonly TeamSpec[];
  /** Posts that report to the head directly and belong to no team. */
  readonly ownDuties: readonly DutySpec[];
}

export interface BureauSpec {
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly divisions: readonly DivisionSpec[];
}

export const OUTSIDE_GRADES_SERIES = '전문경력관';

/** @throws SyntaxError for a line that is not `한국어|English|flags` or has an unknown flag. */
export function parseDuty(line: string): DutySpec {
  const [duty, dutyEn, flags = '', ...rest] = line.split('|').map((part) => part.trim());
  if (!duty || !dutyEn || rest.length > 0) throw new SyntaxError(`duty line: ${line}`);
  const spec = {
    duty,
    dutyEn,
    heavyWorkload: false,
    specialistTenureMonths: null as 36 | 60 | null,
    isProtected: false,
    grade: null as number | null,
    jobSeries: null as readonly string[] | null,
    requiredLicences: [] as readonly string[],
  };
  for (const flag of flags.split(' ').filter((text) => text !== '')) {
    if (flag === 'H') spec.heavyWorkload = true;
    else if (flag === 'P') spec.isProtected = true;
    else if (flag === 'S36') spec.specialistTenureMonths = 36;
    else if (flag === 'S60') spec.specialistTenureMonths = 60;
    else if (flag === 'X') {
      spec.grade = 0;
      spec.jobSeries = [OUTSIDE_GRADES_SERIES];
    } else if (/^G[5-9]$/.test(flag)) spec.grade = Number(flag.slice(1));
    else if (flag.startsWith('J=')) spec.jobSeries = flag === 'J=*' ? [] : flag.slice(2).split('+');
    else if (flag.startsWith('L=')) spec.requiredLicences = flag.slice(2).split('+');
    else throw new SyntaxError(`unknown flag ${flag}: ${line}`);
  }
  return spec;
}

const series = (text: string): string[] => (text === '*' ? [] : text.split('+'));

/** `heading` is `이름|English name` or `이름|English name|series`. */
export function team(heading: string, ...duties: string[]): (fallback: readonly string[]) => TeamSpec {
  return (fallback) => {
    const [name, nameEn, own] = heading.split('|');
    if (!name || !nameEn || duties.length === 0) throw new SyntaxError(`team heading: ${heading}`);
    return { name, nameEn, jobSeries: own === undefined ? fallback : series(own), duties: duties.map(parseDuty) };
  };
}

/** `heading` is `이름|English name|series`; `*` admits every series. */
export function division(
  heading: string,
  description: string,
  teams: ((fallback: readonly string[]) => TeamSpec)[],
  ownDuties: string[] = [],
): DivisionSpec {
  const [name, nameEn, own] = heading.split('|');
  if (!name || !nameEn || !own) throw new SyntaxError(`division heading: ${heading}`);
  const jobSeries = series(own);
  return { name, nameEn, jobSeries, description, teams: teams.map((make) => make(jobSeries)), ownDuties: ownDuties.map(parseDuty) };
}

export function bureau(heading: string, description: string, divisions: DivisionSpec[]): BureauSpec {
  const [name, nameEn] = heading.split('|');
  if (!name || !nameEn) throw new SyntaxError(`bureau heading: ${heading}`);
  return { name, nameEn, description, divisions };
}
