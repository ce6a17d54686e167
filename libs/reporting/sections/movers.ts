import type { FrozenCriteria } from '#rounds';
import type { CountBook } from '../figures/count-book.js';
import { plain } from '../figures/figure.js';
import { heading, reportTable } from '../figures/headings.js';
import { NOWHERE, placeTable, sorted, type PlaceBook } from './place-book.js';
import type { Section } from './section.js';

interface FlowRow {
  readonly fromDepartment: string;
  readonly toDepartment: string;
  readonly people: number;
}

const FLOWS = `
  WITH ${placeTable('$3')}
  SELECT coalesce(f.department, 'NONE') AS "fromDepartment", coalesce(t.department, 'NONE') AS "toDepartment", count(*) AS people
  FROM round_participant p LEFT JOIN place f ON f.id = p.current_position_id LEFT JOIN place t ON t.id = p.outcome_position_id
  WHERE p.organization_id = $1 AND p.round_id = $2 AND p.state IN ('PLACED', 'OUT_OF_WISH') GROUP BY 1, 2`;

/** In post on the cut-off date and there when the orders take effect. */
const STAFF = `
  WITH ${placeTable('$2')}
  SELECT l.department, count(*) AS people FROM assignment a JOIN place l ON l.id = a.position_id
  JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id
  WHERE a.organization_id = $1 AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3) AND (e.left_on IS NULL OR e.left_on > $4)
    AND NOT EXISTS (SELECT 1 FROM employee_absence x WHERE x.organization_id = a.organization_id AND x.employee_id = a.employee_id
                      AND x.absent_from <= $4 AND (x.absent_until IS NULL OR x.absent_until > $4))
  GROUP BY 1`;

const TOTAL = 'TOTAL';
const WITHIN = 'WITHIN_DEPARTMENT';
const flow = (from: string, to: string): string => `flow:${from}:${to}`;
const within = (group: string): string => `within:${group}`;

/** Flows between groups, and what leaves and reaches each department, so that the two can be read together. */
const read = (rows: readonly FlowRow[], places: PlaceBook, book: CountBook) => {
  const placeOf = (department: string) => places.departments.get(department) ?? NOWHERE;
  const flows = rows.map((row) => ({ from: placeOf(row.fromDepartment), to: placeOf(row.toDepartment), inside: row.fromDepartment === row.toDepartment, people: row.people }));
  type Flow = (typeof flows)[number];
  const count = (which: (row: Flow) => boolean): number => flows.filter(which).reduce((sum, { people }) => sum + people, 0);
  const groups = sorted(flows.flatMap(({ from, to }) => [from.group, to.group]));
  const departments = sorted(flows.flatMap(({ from, to }) => [from.department, to.department]));
  const codes = groups.map(({ code }) => code);
  for (const from of codes) {
    for (const to of codes) book.add(flow(from, to), count((row) => row.from.group.code === from && row.to.group.code === to));
    book.add(flow(from, TOTAL), count((row) => row.from.group.code === from));
    book.add(flow(TOTAL, from), count((row) => row.to.group.code === from));
    book.add(within(from), count((row) => row.from.group.code === from && row.inside));
    book.add(`between:${from}`, count((row) => row.from.group.code === from && row.to.group.code === from && !row.inside));
  }
  for (const { code } of departments) {
    book.add(`leaving:${code}`, count((row) => row.from.department.code === code && !row.inside));
    book.add(`arriving:${code}`, count((row) => row.to.department.code === code && !row.inside));
  }
  book.line('MOVERS', codes.map((code) => flow(code, TOTAL)));
  book.line('MOVERS', codes.map((code) => flow(TOTAL, code)));
  for (const code of codes) {
    const own = departments.filter((department) => placeOf(department.code).group.code === code).map((department) => department.code);
    book.line(flow(code, TOTAL), codes.map((to) => flow(code, to)));
    book.line(flow(TOTAL, code), codes.map((from) => flow(from, code)));
    book.line(flow(code, code), [within(code), `between:${code}`]);
    book.line(flow(code, TOTAL), [within(code), ...own.map((department) => `leaving:${department}`)]);
    book.line(flow(TOTAL, code), [within(code), ...own.map((department) => `arriving:${department}`)]);
  }
  return { groups, departments };
};

/** Who moved from where to where, and the outflow of each department against the limit. */
export const movers: Section = async ({ tx, round, places }, book) => {
  const { groups, departments } = read(await tx.query<FlowRow>(FLOWS, [tx.organizationId, round.id, places.json]), places, book);
  const staff = await tx.query<{ department: string; people: number }>(STAFF, [tx.organizationId, places.json, round.cutOffOn, round.effectiveOn]);
  const staffOf = new Map(staff.map(({ department, people }) => [department, people]));
  for (const { code } of departments) book.add(`staff:${code}`, staffOf.get(code) ?? 0);
  const quota = (round.criteria as FrozenCriteria)['OUTFLOW_QUOTA']?.value as { readonly percent: number } | undefined;

  return (shown) => [
    reportTable('movers', {
      rowTitle: 'from', columns: [...groups, heading(TOTAL), heading(WITHIN)], rows: [...groups, heading(TOTAL)],
      cell: (row, column) => {
        if (column.code === WITHIN) return row.code === TOTAL ? shown.sum(groups.map(({ code }) => within(code))) : shown.of(within(row.code));
        return row.code === TOTAL && column.code === TOTAL ? shown.of('MOVERS') : shown.of(flow(row.code, column.code));
      },
    }),
    reportTable('outflow', {
      rowTitle: 'department', columns: ['STAFF', 'LEAVING', 'LEAVING_SHARE', 'LEAVING_LIMIT', 'ARRIVING'].map((code) => heading(code)), rows: departments,
      cell: ({ code }, column) => {
        if (column.code === 'LEAVING_LIMIT') return plain(quota === undefined ? null : quota.percent / 100);
        if (column.code === 'LEAVING_SHARE') return shown.share(`leaving:${code}`, `staff:${code}`);
        return shown.of(`${column.code.toLowerCase()}:${code}`);
      },
    }),
  ];
};
