import type { MessageParams } from '#contracts';
import type { Columns, RecordOf } from './column.js';
import type { RawRow } from './decode.js';
import { restore } from './formula.js';

/** One thing wrong (or worth a look) in a file: the spreadsheet's row number, the column's key, a message key. */
export interface RowFault {
  readonly row: number;
  /** Null when the row as a whole is meant. */
  readonly column: string | null;
  readonly code: string;
  readonly params?: MessageParams;
}

export interface ReadRow<C extends Columns> {
  readonly row: number;
  readonly record: RecordOf<C>;
}

/** A row with at least one cell that could not be read; the others can still be checked. */
export interface PartialRow<C extends Columns> {
  readonly row: number;
  readonly record: Partial<RecordOf<C>>;
}

export interface ReadTable<C extends Columns> {
  /** Rows of which every cell could be read. */
  readonly rows: readonly ReadRow<C>[];
  readonly partial: readonly PartialRow<C>[];
  readonly faults: readonly RowFault[];
  /** Every row's text in the key column, also of rows with faults: other rows may refer to them. */
  readonly mentioned: ReadonlySet<string>;
  /** Rows below the header. */
  readonly count: number;
}

/** An extra column for remarks, which is not read. Exports of invented data use it to say so. */
export const NOTE_HEADERS = ['비고', 'note'] as const;

const normalise = (header: string): string => header.normalize('NFC').replace(/[\s*]/g, '').toLowerCase();

/** Which cell of a row holds which column. `부서코드`, `code` and `부서코드 code` are all understood. */
const readHeader = (columns: Columns, header: readonly string[]): { at: ReadonlyMap<string, number>; faults: readonly RowFault[] } => {
  const at = new Map<string, number>();
  const faults: RowFault[] = [];
  const names = new Map(Object.entries(columns).flatMap(([key, { ko }]) => [ko, key, `${ko}${key}`].map((name) => [normalise(name), key])));
  const notes: readonly string[] = [...NOTE_HEADERS, NOTE_HEADERS.join('')];
  header.forEach((text, index) => {
    const name = normalise(text);
    const key = names.get(name);
    if (key === undefined) {
      if (name !== '' && !notes.includes(name)) faults.push({ row: 1, column: null, code: 'IMPORT_HEADER_UNKNOWN', params: { name: text.trim().slice(0, 40) } });
    } else if (at.has(key)) {
      faults.push({ row: 1, column: key, code: 'IMPORT_HEADER_TWICE', params: { name: columns[key]?.ko ?? key } });
    } else at.set(key, index);
  });
  for (const [key, { ko, required }] of Object.entries(columns)) {
    if (required && !at.has(key)) faults.push({ row: 1, column: key, code: 'IMPORT_HEADER_MISSING', params: { name: ko } });
  }
  return { at, faults };
};

/**
 * Reads every cell of a file and collects every fault by row and column.
 * @param keyColumn the column that identifies a row; a value that appears twice is a fault
 */
export const readTable = <C extends Columns>(columns: C, keyColumn: string & keyof C, raw: readonly RawRow[]): ReadTable<C> => {
  const [header, ...body] = raw;
  if (!header) return { rows: [], partial: [], faults: [{ row: 1, column: null, code: 'IMPORT_EMPTY' }], mentioned: new Set(), count: 0 };
  const { at, faults: headerFaults } = readHeader(columns, header.cells);
  const faults: RowFault[] = [...headerFaults];
  if (body.length === 0) faults.push({ row: header.row, column: null, code: 'IMPORT_EMPTY' });
  // Below a wrong header every row would repeat the same complaint.
  if (headerFaults.length > 0) return { rows: [], partial: [], faults, mentioned: new Set(), count: body.length };
  const entries = Object.entries(columns);
  const firstRow = new Map<string, number>();
  const rows: ReadRow<C>[] = [];
  const partial: PartialRow<C>[] = [];
  for (const { row, cells } of body) {
    const record: Record<string, unknown> = {};
    let isWhole = true;
    for (const [key, { kind, required, empty }] of entries) {
      const index = at.get(key);
      const cell = restore((index === undefined ? '' : (cells[index] ?? '')).normalize('NFC').trim());
      if (cell === '') {
        if (required) {
          faults.push({ row, column: key, code: 'validation.required' });
          isWhole = false;
        } else record[key] = empty;
        continue;
      }
      const read = kind.read(cell);
      if ('value' in read) record[key] = read.value;
      else {
        faults.push({ row, column: key, code: read.code, ...(read.params && { params: read.params }) });
        isWhole = false;
      }
      if (key === keyColumn) {
        const first = firstRow.get(cell);
        if (first === undefined) firstRow.set(cell, row);
        else {
          faults.push({ row, column: key, code: 'IMPORT_TWICE', params: { value: cell.slice(0, 40), row: first } });
          isWhole = false;
        }
      }
    }
    if (cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) {
      faults.push({ row, column: null, code: 'IMPORT_EXTRA_CELLS' });
      isWhole = false;
    }
    if (isWhole) rows.push({ row, record: record as RecordOf<C> });
    else partial.push({ row, record: record as Partial<RecordOf<C>> });
  }
  return { rows, partial, faults, mentioned: new Set(firstRow.keys()), count: body.length };
};
