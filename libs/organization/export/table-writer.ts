import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import type { Fault } from '#contracts';
import { JariError } from '#platform';

export const EXPORT_FORMATS = ['CSV', 'XLSX'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_ENCODINGS = ['UTF-8', 'CP949'] as const;
export type ExportEncoding = (typeof EXPORT_ENCODINGS)[number];

const MAX_LISTED = 100;

/** Characters that CP949 cannot hold, each with the cells in which it stands (row numbers as a spreadsheet shows them). */
const unmappable = (rows: readonly (readonly string[])[]): readonly Fault[] => {
  const faults: Fault[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (iconv.decode(iconv.encode(cell, 'cp949'), 'cp949') === cell) return;
      for (const character of new Set(cell)) {
        if (iconv.decode(iconv.encode(character, 'cp949'), 'cp949') === character) continue;
        const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        faults.push({ path: `${row + 1}:${rows[0]?.[column] ?? column + 1}`, code: 'EXPORT_CHARACTER', params: { character, point: `U+${point}` } });
      }
    });
  });
  return faults;
};

/** CSV with a byte-order mark in UTF-8, without one in CP949. @throws EXPORT_UNMAPPABLE with the characters CP949 lacks */
const writeCsv = (rows: readonly (readonly string[])[], encoding: ExportEncoding): Buffer => {
  const text = stringify(rows.map((cells) => [...cells]), { record_delimiter: '\r\n' });
  if (encoding === 'UTF-8') return Buffer.from(`\ufeff${text}`, 'utf8');
  const faults = unmappable(rows);
  if (faults.length > 0) throw new JariError('EXPORT_UNMAPPABLE', { count: faults.length }, faults.slice(0, MAX_LISTED));
  return iconv.encode(text, 'cp949');
};

/** One sheet; every cell is text, so that codes keep their zeros and dates their form. */
const writeXlsx = async (rows: readonly (readonly string[])[], sheetName: string): Promise<Buffer> => {
  const [header = [], ...body] = rows;
  const stream = writeXlsxStream(body.map((cells) => [...cells]), {
    name: sheetName, columns: header.map((text) => ({ header: text })), freezePane: { rows: 1 },
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** @param rows the header first */
export const writeTable = async (rows: readonly (readonly string[])[], format: ExportFormat, encoding: ExportEncoding, sheetName: string): Promise<Buffer> =>
  format === 'CSV' ? writeCsv(rows, encoding) : writeXlsx(rows, sheetName);
