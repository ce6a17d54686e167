import { ratio } from '../figures/count-book.js';
import { plain } from '../figures/figure.js';
import { heading, reportTable } from '../figures/headings.js';
import { NOWHERE, placeTable, sorted } from './place-book.js';
import type { Section } from './section.js';

const TOTAL = 'TOTAL';

const SQL = `
  WITH ${placeTable('$3')}
  SELECT l.department, sum(s.authorized_headcount) AS places, sum(coalesce(s.held_by_outsiders, 0) + coalesce(q.arriving, 0)) AS filled
  FROM round_seat s JOIN place l ON l.id = s.position_id
  LEFT JOIN (SELECT p.outcome_position_id AS position_id, count(*) AS arriving FROM round_participant p
             WHERE p.organization_id = $1 AND p.round_id = $2 AND p.facts->>'away' IS NULL GROUP BY 1) q ON q.position_id = s.position_id
  WHERE s.organization_id = $1 AND s.round_id = $2 AND s.state = 'OPEN' AND (s.facts->>'heavyWorkload')::boolean GROUP BY 1`;

/** How far the posts of heavy workload (격무) are filled once the round is carried out; who is away is not counted. */
export const heavyWorkload: Section = async ({ tx, round, places }, book) => {
  const rows = await tx.query<{ department: string; places: number; filled: number }>(SQL, [tx.organizationId, round.id, places.json]);
  const departments = sorted(rows.map(({ department }) => (places.departments.get(department) ?? NOWHERE).department));
  const placesOf = new Map([...rows.map((row) => [row.department, row.places] as const), [TOTAL, rows.reduce((sum, row) => sum + row.places, 0)] as const]);
  book.add(`heavy:${TOTAL}`, rows.reduce((sum, { filled }) => sum + filled, 0));
  for (const { department, filled } of rows) book.add(`heavy:${department}`, filled);
  book.line(`heavy:${TOTAL}`, rows.map(({ department }) => `heavy:${department}`));
  return (shown) => [
    reportTable('heavyWorkload', {
      rowTitle: 'department', columns: ['PLACES', 'FILLED', 'FILLED_SHARE'].map((code) => heading(code)), rows: [...departments, heading(TOTAL)],
      cell: ({ code }, column) => {
        const [all, filled] = [plain(placesOf.get(code) ?? 0), shown.of(`heavy:${code}`)];
        return column.code === 'PLACES' ? all : column.code === 'FILLED' ? filled : ratio(filled, all);
      },
    }),
  ];
};
