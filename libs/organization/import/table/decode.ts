import { parse } from 'csv-parse/sync';
import { streamXlsxRows } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { JariError } from '#platform';

/** One row as text; `row` is the number that a spreadsheet shows beside it (the header is 1). */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export const MAX_ROWS = 100_000;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (content: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, index) => content[index] === byte);

const decodeUtf8 = (content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
};

/**
 * The text of a file: UTF-8 where it is valid (a byte-order mark is dropped), else CP949, which Korean spreadsheets
 * still write. Guessing by frequency is wrong too often for short files.
 * @throws IMPORT_ENCODING_UNKNOWN when it is neither
 */
export const decodeText = (content: Uint8Array): string => {
  const utf8 = decodeUtf8(content);
  if (utf8 !== undefined) return utf8;
  const cp949 = iconv.decode(Buffer.from(content), 'cp949');
  if (cp949.includes('\ufffd')) throw new JariError('IMPORT_ENCODING_UNKNOWN');
  return cp949;
};

/** Rows of a CSV text. @throws IMPORT_FILE_UNREADABLE with the line of a broken quotation, IMPORT_TOO_MANY_ROWS */
const readCsv = (text: string): RawRow[] => {
  try {
    const records = parse(text, { relaxColumnCount: true, skipEmptyLines: false }) as string[][];
    return records.map((cells, index) => ({ row: index + 1, cells }));
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    throw new JariError('IMPORT_FILE_UNREADABLE', { line });
  }
};

const cellText = (value: string | number | boolean | Date | null | undefined): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  return String(value);
};

/** Rows of the first sheet. @throws IMPORT_FILE_UNREADABLE, IMPORT_TOO_MANY_ROWS */
const readXlsx = async (content: Uint8Array): Promise<RawRow[]> => {
  const rows: RawRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(content, { sheet: 0, maxRows: MAX_ROWS + 2 })) {
      rows.push({ row: index + 1, cells: values.map(cellText) });
    }
  } catch {
    throw new JariError('IMPORT_FILE_UNREADABLE', { line: rows.length + 1 });
  }
  return rows;
};

/**
 * The rows of an uploaded file that are not blank: XLSX by its signature, everything else as CSV.
 * @throws IMPORT_FILE_UNREADABLE, IMPORT_ENCODING_UNKNOWN, IMPORT_OLD_EXCEL, IMPORT_TOO_MANY_ROWS
 */
export const decodeTable = async (content: Uint8Array): Promise<readonly RawRow[]> => {
  if (startsWith(content, OLE2)) throw new JariError('IMPORT_OLD_EXCEL');
  const rows = startsWith(content, ZIP) ? await readXlsx(content) : readCsv(decodeText(content));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  // UTF-16 read as something else; and PostgreSQL cannot keep U+0000.
  if (filled.some(({ cells }) => cells.some((cell) => cell.includes('\u0000')))) throw new JariError('IMPORT_ENCODING_UNKNOWN');
  if (filled.length > MAX_ROWS + 1) throw new JariError('IMPORT_TOO_MANY_ROWS', { max: MAX_ROWS });
  return filled;
};
