import { CsvRecords, type CsvRecord } from '#matching';
import { ProfileBuilder, type BuiltProfile, type Unranked } from '#tally';

const COUNT = 'count';
const SPACE = 32;
/** More digits than these are no rank and no number of ballots. */
const MOST_DIGITS = 15;

/**
 * Reads ballots from CSV as the bytes arrive: the header names the candidates, one column each, beside an optional column
 * `count`; each line is a ballot with the rank given to each candidate (1 = best, equal ranks are a tie, gaps say nothing, an
 * empty cell = not listed) and how many such ballots there are (empty or without the column: 1).
 */
export class CsvBallotReader {
  private readonly builder = new ProfileBuilder();
  private readonly records = new CsvRecords((record) => this.record(record), (line) => this.builder.faults.add('ballots', line, '', 'UNCLOSED_QUOTE'));
  private columns: { readonly titles: readonly string[]; readonly candidates: Int32Array; readonly count: number } | null = null;
  private order: Int32Array = new Int32Array(0);
  private ranks: Float64Array = new Float64Array(0);

  write(chunk: Uint8Array): void {
    this.records.write(chunk);
  }

  finish(unranked: Unranked): BuiltProfile {
    this.records.end();
    return this.builder.finish(unranked);
  }

  private record(record: CsvRecord): void {
    if (this.columns === null) this.header(record);
    else if (record.fields === this.columns.titles.length) this.ballot(record);
    else this.builder.faults.add('ballots', record.line, '', 'FIELD_COUNT', { found: record.fields, expected: this.columns.titles.length });
  }

  private header(record: CsvRecord): void {
    const { builder } = this;
    const candidates = new Int32Array(record.fields).fill(-1);
    const titles: string[] = [];
    let count = -1;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let field = 0; field < record.fields; field++) {
      const title = textOf(decoder, record, field);
      titles.push(title ?? `column ${field + 1}`);
      if (title === null) builder.faults.add('candidates', record.line, `column ${field + 1}`, 'BAD_TEXT');
      else if (title !== COUNT) {
        const before = builder.candidates;
        builder.addCandidate(record.line, title, `column ${field + 1}`);
        if (builder.candidates > before) candidates[field] = before;
      } else if (count >= 0) builder.faults.add('candidates', record.line, COUNT, 'DUPLICATE_COLUMN');
      else count = field;
    }
    this.columns = { titles, candidates, count };
    this.order = new Int32Array(record.fields);
    this.ranks = new Float64Array(record.fields);
  }

  private ballot(record: CsvRecord): void {
    const { builder, columns, order, ranks } = this;
    if (columns === null) return;
    const { candidates, titles } = columns;
    builder.begin(record.line);
    let listed = 0;
    for (let field = 0; field < candidates.length; field++) {
      const candidate = candidates[field]!;
      if (candidate < 0) continue;
      const rank = wholeNumber(record, field);
      if (rank === 0) continue;
      if (rank < 0) { builder.faults.add('ballots', record.line, titles[field] ?? '', 'BAD_RANK'); continue; }
      // Insertion: most files have the candidates of a ballot in few places.
      let at = listed++;
      while (at > 0 && ranks[at - 1]! > rank) { ranks[at] = ranks[at - 1]!; order[at] = order[at - 1]!; at--; }
      ranks[at] = rank;
      order[at] = candidate;
    }
    for (let at = 0; at < listed; at++) builder.place(order[at]!, at > 0 && ranks[at] === ranks[at - 1], noField);
    const count = columns.count < 0 ? 0 : wholeNumber(record, columns.count);
    builder.end(count === 0 ? 1 : count);
  }
}

/** A column names its candidate once, so that nothing can be wrong with the place. */
const noField = (): string => '';

function textOf(decoder: InstanceType<typeof TextDecoder>, record: CsvRecord, field: number): string | null {
  try {
    return decoder.decode(record.bytes.subarray(record.from[field], record.to[field])).trim();
  } catch {
    return null;
  }
}

/** An integer of 1 or more, 0 = the cell is empty, −1 = anything else. */
function wholeNumber({ bytes, from, to }: CsvRecord, field: number): number {
  let at = from[field]!;
  let end = to[field]!;
  while (at < end && bytes[at] === SPACE) at++;
  while (end > at && bytes[end - 1] === SPACE) end--;
  if (at === end) return 0;
  if (end - at > MOST_DIGITS) return -1;
  let value = 0;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value === 0 ? -1 : value;
}
