import { allIds, certify, Explainer, measure, type Instance, type SolveResult } from '#matching';

/**
 * `{"assignment","metrics","certificate","hash"[,"parameters"][,"cycles","bound"][,"explanations"]}`, written piece by piece so that no second copy of the
 * answer stands in memory. Every employee of the instance stands in it; null = no seat.
 */
export function* jsonAnswer(instance: Instance, result: SolveResult, hash: string, explain: boolean): Generator<string> {
  const people = allIds(instance.employees);
  const seats = allIds(instance.seats).map((seat) => JSON.stringify(seat));
  const byPerson = function* (value: (person: number) => string): Generator<string> {
    for (let person = 0; person < people.length; person++) {
      yield `${person === 0 ? '\n  ' : ',\n  '}${JSON.stringify(people[person])}: ${value(person)}`;
    }
  };
  yield '{"assignment": {';
  yield* byPerson((person) => seats[result.assignment[person]!] ?? 'null');
  yield `},\n "metrics": ${JSON.stringify(measure(instance, result.assignment))}`;
  yield `,\n "certificate": ${JSON.stringify(certify(instance, result.assignment, result))}`;
  yield `,\n "hash": ${JSON.stringify(hash)}`;
  if (Object.keys(result.parameters).length > 0) yield `,\n "parameters": ${JSON.stringify(result.parameters)}`;
  if (result.cycles !== undefined) {
    yield ',\n "cycles": [';
    for (let at = 0; at < result.cycles.length; at++) yield `${at === 0 ? '\n  ' : ',\n  '}${JSON.stringify(result.cycles[at]!.map((person) => people[person]))}`;
    yield ']';
  }
  if (result.bound !== undefined) {
    const { prices, ...bound } = result.bound;
    yield `,\n "bound": ${JSON.stringify(bound)},\n "prices": ${JSON.stringify(Object.fromEntries(allIds(instance.seats).map((seat, at) => [seat, prices[at]])))}`;
  }
  if (explain) {
    const explainer = new Explainer(instance, result);
    yield ',\n "explanations": {';
    yield* byPerson((person) => JSON.stringify(explainer.of(person)));
    yield '}';
  }
  yield '}\n';
}
