import { ProfileBuilder, type BuiltProfile, type Unranked } from '#tally';
import { readOrder } from './preflib-order.js';

/** Which orders a file of each kind may hold, by the ending of its name. */
export const PREFLIB_KINDS = {
  soc: { ties: false, complete: true },
  soi: { ties: false, complete: false },
  toc: { ties: true, complete: true },
  toi: { ties: true, complete: false },
} as const;

export type PreflibKind = keyof typeof PREFLIB_KINDS;

/**
 * Reads PrefLib's ordinal files (Mattei & Walsh 2013, PrefLib: A Library for Preferences; format of 2022): a header of lines `# NAME: value` with NUMBER
 * ALTERNATIVES and ALTERNATIVE NAME 1…n, then `count: order` lines. The older form is read too: the number of alternatives,
 * `1,name` lines, a line of totals, then `count,order` lines. The ballots must add up to the header's voters where it gives them.
 */
export class PreflibBallotReader {
  private readonly builder = new ProfileBuilder();
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private rest = '';
  private line = 0;
  private form: 'unknown' | 'header' | 'older' = 'unknown';
  private alternatives = 0;
  private readonly names = new Map<number, { readonly name: string; readonly line: number }>();
  private voters: number | null = null;
  private readonly votersName = 'NUMBER VOTERS';
  private inBallots = false;
  private badText = false;

  constructor(private readonly kind: PreflibKind) {}

  write(chunk: Uint8Array, last = false): void {
    if (this.badText) return;
    try {
      this.rest += this.decoder.decode(chunk, { stream: !last });
    } catch {
      this.badText = true;
      this.builder.faults.add('file', this.line + 1, '', 'BAD_TEXT');
      return;
    }
    let from = 0;
    for (let to = this.rest.indexOf('\n'); to >= 0; to = this.rest.indexOf('\n', from)) {
      this.take(this.rest.slice(from, to).trim());
      from = to + 1;
    }
    this.rest = this.rest.slice(from);
  }

  finish(unranked: Unranked): BuiltProfile {
    this.write(new Uint8Array(0), true);
    this.take(this.rest.trim());
    const { builder, voters } = this;
    if (!this.inBallots) this.endHeader();
    if (voters !== null && builder.faults.count === 0 && builder.ballots !== voters) {
      builder.faults.add('file', 0, this.votersName, 'VOTER_COUNT', { expected: voters, found: builder.ballots });
    }
    return builder.finish(unranked);
  }

  private take(line: string): void {
    this.line++;
    if (line === '') return;
    if (this.form === 'unknown') this.form = line.startsWith('#') ? 'header' : 'older';
    if (this.form === 'header') this.takeNew(line);
    else this.takeOlder(line);
  }

  private takeNew(line: string): void {
    if (!line.startsWith('#')) { this.ballot(line, ':'); return; }
    const parts = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(line);
    if (parts === null || this.inBallots) return;
    const [, name = '', value = ''] = parts;
    const numbered = /^ALTERNATIVE NAME (\d+)$/.exec(name);
    if (numbered !== null) this.names.set(Number(numbered[1]), { name: value, line: this.line });
    else if (name === 'NUMBER ALTERNATIVES') this.alternatives = this.headerNumber(name, value);
    else if (name === this.votersName) this.voters = this.headerNumber(name, value);
  }

  private takeOlder(line: string): void {
    if (this.alternatives === 0) {
      this.alternatives = this.headerNumber('NUMBER ALTERNATIVES', line);
      // A file that does not even begin with a number has nothing else to be read.
      if (this.alternatives === 0) this.alternatives = -1;
    } else if (this.alternatives < 0) return;
    else if (this.names.size < this.alternatives) {
      const parts = /^(\d+)\s*,\s*(.*)$/.exec(line);
      this.names.set(parts === null ? -this.line : Number(parts[1]), { name: parts?.[2] ?? '', line: this.line });
    } else if (this.voters === null) this.voters = this.headerNumber(this.votersName, line.split(',')[0] ?? '');
    else this.ballot(line, ',');
  }

  private headerNumber(field: string, text: string): number {
    if (/^[1-9]\d{0,14}$/.test(text.trim())) return Number(text);
    this.builder.faults.add('file', this.line, field, 'BAD_NUMBER');
    return 0;
  }

  private endHeader(): void {
    const { builder, alternatives, names } = this;
    this.inBallots = true;
    if (alternatives <= 0) {
      if (builder.faults.count === 0) builder.faults.add('file', 0, 'NUMBER ALTERNATIVES', 'HEADER_MISSING');
      return;
    }
    for (let number = 1; number <= alternatives && number <= names.size + 1; number++) {
      const named = names.get(number);
      if (named === undefined) builder.faults.add('file', 0, `ALTERNATIVE NAME ${number}`, 'HEADER_MISSING');
      else builder.addCandidate(named.line, named.name, `ALTERNATIVE NAME ${number}`);
    }
  }

  private ballot(line: string, mark: ':' | ','): void {
    if (!this.inBallots) this.endHeader();
    const { builder } = this;
    const { ties, complete } = PREFLIB_KINDS[this.kind];
    const cut = line.indexOf(mark);
    const order = readOrder(line, cut + 1);
    const before = builder.faults.count;
    builder.begin(this.line);
    if (cut < 0 || order === null) builder.faults.add('ballots', this.line, '', 'BAD_ORDER');
    else {
      order.numbers.forEach((number, at) => builder.place(number - 1, order.tied[at] === true, () => `order[${at + 1}]`));
      if (!ties && order.tied.includes(true)) builder.faults.add('ballots', this.line, 'order', 'TIE_NOT_ALLOWED');
      if (complete && builder.faults.count === before && builder.placed < builder.candidates) {
        builder.faults.add('ballots', this.line, 'order', 'INCOMPLETE_ORDER', { missing: builder.candidates - builder.placed });
      }
    }
    const count = cut < 0 ? '' : line.slice(0, cut).trim();
    builder.end(/^\d{1,15}$/.test(count) ? Number(count) : null);
  }
}
