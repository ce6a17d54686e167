import type { CsvRecord } from './csv-records.js';
import type { FaultList, FaultTable } from './fault.js';

/** Where each known column stands in the file, -1 = it is not there; unknown columns are passed over. */
export type Columns<Name extends string> = Readonly<Record<Name, number>> & { readonly count: number };

export function readHeader<Name extends string>(
  record: CsvRecord, table: FaultTable, known: readonly Name[], required: readonly Name[], faults: FaultList,
): Columns<Name> {
  const decoder = new TextDecoder();
  const columns = { count: record.fields, ...Object.fromEntries(known.map((name) => [name, -1])) } as Record<Name, number> & { count: number };
  for (let f = 0; f < record.fields; f++) {
    const title = decoder.decode(record.bytes.subarray(record.from[f], record.to[f])).trim();
    const name = known.find((candidate) => candidate === title);
    if (name === undefined) continue;
    if (columns[name] >= 0) faults.add(table, record.line, name, 'DUPLICATE_COLUMN');
    else (columns as Record<Name, number>)[name] = f;
  }
  for (const name of required) if (columns[name] < 0) faults.add(table, record.line, name, 'MISSING_COLUMN');
  return columns;
}
