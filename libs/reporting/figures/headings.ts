import type { Bilingual } from '#contracts';
import { bilingual, hasMessage } from '#platform';
import type { Figure, Heading, ReportTable } from './figure.js';

export type TableCode =
  | 'outcomes' | 'satisfaction' | 'mutual' | 'displaced' | 'demandByDepartment' | 'demandBySeries' | 'demand'
  | 'movers' | 'outflow' | 'earlyMoves' | 'earlyMoveCap' | 'overrides' | 'heavyWorkload' | 'grievances';

export const TABLE_CODES = [
  'outcomes', 'satisfaction', 'mutual', 'displaced', 'demandByDepartment', 'demandBySeries', 'demand',
  'movers', 'outflow', 'earlyMoves', 'earlyMoveCap', 'overrides', 'heavyWorkload', 'grievances',
] as const satisfies readonly TableCode[];

const text = (key: string): Bilingual => bilingual(`report.${key}`);

/** A row or column that the catalogues name. */
export const heading = (code: string, key = `report.heading.${code}`): Heading => ({ code, label: bilingual(key) });

/** A job series (직렬); the official names are Korean, the common ones have an English one. */
export const seriesHeading = (series: string): Heading => {
  const key = `report.series.${series}`;
  return { code: series, label: hasMessage(key) ? bilingual(key) : { ko: series, en: series } };
};

export interface TableSpec {
  readonly rowTitle: 'department' | 'series' | 'item' | 'ground' | 'from';
  readonly columns: readonly Heading[];
  readonly rows: readonly Heading[];
  readonly cell: (row: Heading, column: Heading) => Figure;
}

export const reportTable = (code: TableCode, { rowTitle, columns, rows, cell }: TableSpec): ReportTable => ({
  code, title: text(`table.${code}`), note: text(`note.${code}`), rowTitle: text(`row.${rowTitle}`), columns,
  rows: rows.map((row) => ({ ...row, cells: columns.map((column) => cell(row, column)) })),
});
