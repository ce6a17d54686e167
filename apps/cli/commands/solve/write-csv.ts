import { employeeCount, Explainer, idAt, allIds, type Instance, type SolveResult } from '#matching';

const COLUMNS = ['employee', 'seat', 'rank', 'reason', 'wish', 'places', 'score', 'cutoff', 'ahead', 'lottery'];

/**
 * One line a person: what they got, then why they did not get the best of the wishes that they like better (`wish`, its
 * reason and figures; empty for who got the first wish). With `sentences`, the whole explanation in both languages.
 */
export function* csvAnswer(instance: Instance, result: SolveResult, sentences: boolean): Generator<string> {
  const seats = allIds(instance.seats).map(csvField);
  const explainer = new Explainer(instance, result);
  yield `${[...COLUMNS, ...(sentences ? ['sentenceKo', 'sentenceEn'] : [])].join(',')}\n`;
  for (let person = 0; person < employeeCount(instance); person++) {
    const facts = explainer.facts(person);
    const missed = facts.missed[0];
    const line = `${csvField(idAt(instance.employees, person))},${seats[facts.seat] ?? ''},${facts.rank ?? ''},`
      + (missed === undefined ? ',,,,,,' : `${csvField(missed.reason)},${seats[missed.seat] ?? ''},${missed.places},${missed.score ?? ''},${missed.cutoff ?? ''},${missed.ahead ?? ''},${missed.lottery ? 1 : 0}`);
    const words = sentences ? explainer.sentence(facts) : null;
    yield words === null ? `${line}\n` : `${line},${csvField(words.ko)},${csvField(words.en)}\n`;
  }
}

/** RFC 4180 quoting where it is needed. */
function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
