import { employeeCount, Explainer, type IdTable, type Instance, type MissedWish, type SolveResult } from '#matching';
import { CsvBytes, csvField, csvFields } from './csv-bytes.js';

const COLUMNS = ['employee', 'seat', 'rank', 'reason', 'wish', 'places', 'score', 'cutoff', 'ahead', 'lottery'];
const COMMA = 44, NEWLINE = 10, NO = 48, YES = 49;

/**
 * One line a person: what they got, then why they did not get the best of the wishes that they like better (`wish`, its
 * reason and figures; empty for who got the first wish). With `sentences`, the whole explanation in both languages.
 * Pieces of UTF-8.
 */
export function* csvAnswer(instance: Instance, result: SolveResult, sentences: boolean): Generator<Uint8Array> {
  const people = csvFields(instance.employees);
  const seats = csvFields(instance.seats);
  const explainer = new Explainer(instance, result);
  const reasons = new Map<string, Uint8Array>();
  const out = new CsvBytes();
  out.text(`${[...COLUMNS, ...(sentences ? ['sentenceKo', 'sentenceEn'] : [])].join(',')}\n`);
  for (let person = 0; person < employeeCount(instance); person++) {
    const { seat, rank, missed } = explainer.inShort(person);
    writeId(out, people, person);
    out.sign(COMMA);
    if (seat >= 0) writeId(out, seats, seat);
    out.sign(COMMA);
    if (rank !== null) out.count(rank);
    writeMissed(out, missed, seats, reasons);
    if (sentences) {
      const { ko, en } = explainer.sentence(explainer.facts(person));
      out.text(`,${csvField(ko)},${csvField(en)}`);
    }
    out.sign(NEWLINE);
    yield* out.take();
  }
  yield* out.takeRest();
}

function writeId(out: CsvBytes, ids: IdTable, id: number): void {
  out.copy(ids.bytes, ids.start[id]!, ids.start[id + 1]!);
}

function writeMissed(out: CsvBytes, missed: MissedWish | null, seats: IdTable, reasons: Map<string, Uint8Array>): void {
  if (missed === null) {
    for (let column = 3; column < COLUMNS.length; column++) out.sign(COMMA);
    return;
  }
  let reason = reasons.get(missed.reason);
  if (reason === undefined) reasons.set(missed.reason, reason = Buffer.from(csvField(missed.reason)));
  out.sign(COMMA);
  out.copy(reason, 0, reason.length);
  out.sign(COMMA);
  writeId(out, seats, missed.seat);
  writeCount(out, missed.places);
  writeCount(out, missed.score);
  writeCount(out, missed.cutoff);
  writeCount(out, missed.ahead);
  out.sign(COMMA);
  out.sign(missed.lottery ? YES : NO);
}

function writeCount(out: CsvBytes, value: number | null): void {
  out.sign(COMMA);
  if (value !== null) out.count(value);
}
