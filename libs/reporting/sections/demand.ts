import { heading, reportTable, seriesHeading } from '../figures/headings.js';
import { plain } from '../figures/figure.js';
import { ratio } from '../figures/count-book.js';
import { NOWHERE, placeTable, sorted } from './place-book.js';
import type { Section } from './section.js';

interface DemandRow {
  /** null in the sums over all departments. */
  readonly department: string | null;
  readonly series: string | null;
  /** Pairs of a person and a department: whoever names two posts of a department counts once there. */
  readonly pairs: number;
  readonly people: number;
}

const SQL = `
  WITH ${placeTable('$3')},
  named AS (
    SELECT DISTINCT w.employee_id, l.department, p.facts->>'jobSeries' AS series
    FROM round_wish w
    JOIN round_participant p ON p.organization_id = w.organization_id AND p.round_id = w.round_id AND p.employee_id = w.employee_id
    JOIN place l ON l.id = w.position_id
    WHERE w.organization_id = $1 AND w.round_id = $2
  )
  SELECT department, series, count(*) AS pairs, count(DISTINCT employee_id) AS people FROM named GROUP BY CUBE (department, series)`;

const SEATS = `
  WITH ${placeTable('$3')}
  SELECT l.department, sum(s.authorized_headcount) AS places FROM round_seat s JOIN place l ON l.id = s.position_id
  WHERE s.organization_id = $1 AND s.round_id = $2 AND s.state = 'OPEN' GROUP BY 1`;

const TOTAL = 'TOTAL';
const id = (department: string, series: string): string => `demand:${department}:${series}`;

/** Who hopes for which department, by job series: from the wishes of the snapshot, whatever their rank. */
export const demand: Section = async ({ tx, round, places }, book) => {
  const values = [tx.organizationId, round.id, places.json];
  const rows = await tx.query<DemandRow>(SQL, values);
  const seats = new Map((await tx.query<{ department: string; places: number }>(SEATS, values)).map((row) => [row.department, row.places]));
  const found = new Map(rows.map((row) => [id(row.department ?? TOTAL, row.series ?? TOTAL), row]));
  const departments = sorted(rows.flatMap(({ department }) => (department === null ? [] : [places.departments.get(department)?.department ?? NOWHERE.department])));
  const series = sorted(rows.flatMap((row) => (row.series === null ? [] : [seriesHeading(row.series)])));
  const lineHeads = [heading(TOTAL), ...departments];
  const columnHeads = [heading(TOTAL), ...series];
  for (const row of lineHeads) {
    for (const column of columnHeads) {
      const key = id(row.code, column.code);
      const { pairs = 0, people = 0 } = found.get(key) ?? {};
      book.add(key, pairs, { people });
    }
  }
  for (const { code } of lineHeads) book.line(id(code, TOTAL), series.map((column) => id(code, column.code)));
  for (const { code } of columnHeads) book.line(id(TOTAL, code), departments.map((row) => id(row.code, code)));

  return (shown) => [
    reportTable('demandByDepartment', {
      rowTitle: 'department', columns: ['APPLICANTS', 'PLACES', 'PER_PLACE'].map((code) => heading(code)), rows: [...departments, heading(TOTAL)],
      cell: (row, column) => {
        const applicants = shown.of(id(row.code, TOTAL));
        const all = plain(row.code === TOTAL ? [...seats.values()].reduce((sum, count) => sum + count, 0) : seats.get(row.code) ?? 0);
        return column.code === 'APPLICANTS' ? applicants : column.code === 'PLACES' ? all : ratio(applicants, all);
      },
    }),
    reportTable('demandBySeries', {
      rowTitle: 'series', columns: [heading('APPLICANTS'), heading('SHARE')], rows: [...series, heading(TOTAL)],
      cell: (row, column) => (column.code === 'APPLICANTS' ? shown.of(id(TOTAL, row.code)) : shown.share(id(TOTAL, row.code), id(TOTAL, TOTAL))),
    }),
    reportTable('demand', {
      rowTitle: 'department', columns: [...series, heading(TOTAL)], rows: [...departments, heading(TOTAL)],
      cell: (row, column) => shown.of(id(row.code, column.code)),
    }),
  ];
};
