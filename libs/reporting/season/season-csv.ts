import { stringify } from 'csv-stringify/sync';
import type { Language } from '#contracts';
import { translate } from '#platform';
import type { Figure, ReportTable } from '../figures/figure.js';
import type { SeasonReport } from './season-report.js';

export interface ReportFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A byte-order mark, so that spreadsheets read UTF-8; texts they would run as formulas are defused. */
const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${stringify(rows.map((row) => [...row]), { record_delimiter: '\r\n', escape_formulas: true })}`, 'utf8');

const wide = ({ rowTitle, columns, rows }: ReportTable, language: Language, cell: (figure: Figure) => string, remark: readonly [string, string]): Buffer =>
  csv([
    [rowTitle[language], ...columns.map(({ label }) => label[language]), remark[0]],
    ...rows.map(({ label, cells }) => [label[language], ...cells.map(cell), remark[1]]),
  ]);

const long = (tables: readonly ReportTable[], language: Language, cell: (figure: Figure) => string, remark: readonly [string, string]): Buffer =>
  csv([
    [...['table', 'row', 'column', 'value'].map((key) => translate(language, `report.csv.${key}`)), remark[0]],
    ...tables.flatMap(({ title, columns, rows }) => rows.flatMap(({ label, cells }) =>
      columns.map((column, index) => [title[language], label[language], column.label[language], cell(cells[index] ?? { value: null, masked: false }), remark[1]]))),
  ]);

/**
 * One table as people read it, or all of them with a line for each figure. The remark of every line says that the people
 * are invented, where they are.
 * @param code a table of the report; null = all
 * @returns undefined when the report has no such table (yet)
 */
export const seasonCsv = (report: SeasonReport, code: string | null, language: Language): ReportFile | undefined => {
  const table = code === null ? null : report.tables.find((candidate) => candidate.code === code);
  if (table === undefined) return undefined;
  const cell = ({ value, masked }: Figure): string => (masked ? translate(language, 'report.csv.masked') : value === null ? '' : String(value));
  const remark = [translate(language, 'report.csv.remark'), report.demoMark?.[language] ?? ''] as const;
  const title = table === null ? translate(language, 'report.csv.all') : table.title[language];
  const mark = report.organization.isDemo ? [translate('ko', 'report.demo')] : [];
  return {
    fileName: `${[report.round.name, title, ...mark].join('_').replaceAll(/[\s/\\]+/g, '')}.csv`,
    contentType: 'text/csv; charset=utf-8',
    content: table === null ? long(report.tables, language, cell, remark) : wide(table, language, cell, remark),
  };
};
