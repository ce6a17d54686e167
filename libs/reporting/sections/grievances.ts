import { heading, reportTable } from '../figures/headings.js';
import type { Section } from './section.js';

interface GrievanceRow {
  readonly employeeId: string;
  readonly kind: string;
  readonly state: string;
  readonly answerKind: string | null;
}

const KINDS = ['CONSULTATION', 'REVIEW', 'REHEARING'] as const;
const STATES = ['RECEIVED', 'IN_REVIEW', 'ANSWERED', 'WITHDRAWN'] as const;
const ANSWERS = ['UPHELD', 'PARTLY_UPHELD', 'DISMISSED', 'ADVICE'] as const;

const SQL = `
  SELECT g.employee_id AS "employeeId", g.kind, g.state, g.answer_kind AS "answerKind" FROM grievance g
  LEFT JOIN order_item i ON i.organization_id = g.organization_id AND i.id = g.order_item_id
  LEFT JOIN personnel_order o ON o.organization_id = i.organization_id AND o.id = i.order_id
  WHERE g.organization_id = $1 AND coalesce(g.round_id, o.round_id) = $2`;

/** Grievances (고충) against the round: by kind, by state, and how they were answered. */
export const grievances: Section = async ({ tx, round }, book) => {
  const rows = await tx.query<GrievanceRow>(SQL, [tx.organizationId, round.id]);
  const id = (code: string): string => `grievance:${code}`;
  const add = (code: string, which: (row: GrievanceRow) => boolean): string => {
    const found = rows.filter(which);
    return book.add(id(code), found.length, { people: new Set(found.map(({ employeeId }) => employeeId)).size });
  };
  const total = add('TOTAL', () => true);
  book.line(total, KINDS.map((kind) => add(kind, (row) => row.kind === kind)));
  book.line(total, STATES.map((state) => add(state, (row) => row.state === state)));
  book.line(id('ANSWERED'), ANSWERS.map((answer) => add(answer, (row) => row.state === 'ANSWERED' && row.answerKind === answer)));
  return (shown) => [
    reportTable('grievances', {
      rowTitle: 'item', columns: [heading('CASES')], rows: ['TOTAL', ...KINDS, ...STATES, ...ANSWERS].map((code) => heading(code, `report.grievance.${code}`)),
      cell: ({ code }) => shown.of(id(code)),
    }),
  ];
};
