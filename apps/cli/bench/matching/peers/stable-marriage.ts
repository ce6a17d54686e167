import { assignmentHash } from '../limit.js';
import type { Measured, Task } from '../measured.js';
import { readBareRound, wishesOf } from './bare-round.js';
import { loadPeer } from './load-peer.js';

interface Person { fiance?: Person | null; generatePreferences(preferences: readonly Person[]): void }
interface Api { readonly default: { readonly Person: new (name: string) => Person; stableMarriage(people: readonly Person[]): void } }

/** `stable-marriage`, one to one: every place of a seat becomes a partner of its own, wished for in a row. */
export async function stableMarriage({ folder }: Task): Promise<Measured> {
  const { default: { Person, stableMarriage: marry } } = await loadPeer<Api>('stable-marriage');
  const round = readBareRound(folder);
  let people: Person[] = [];
  let seatOf = new Map<Person, number>();
  return {
    prepare: () => {
      people = Array.from({ length: round.people }, (_, person) => new Person(`e${person}`));
      const places = Array.from(round.capacity, (capacity, seat) => Array.from({ length: capacity }, (_, place) => new Person(`s${seat}.${place}`)));
      people.forEach((person, at) => person.generatePreferences(wishesOf(round, at).flatMap((seat) => places[seat]!)));
      places.forEach((own, seat) => {
        const list = round.lists[seat]!.map((person) => people[person]!);
        for (const place of own) place.generatePreferences(list);
      });
      seatOf = new Map(places.flatMap((own, seat) => own.map((place) => [place, seat] as const)));
    },
    run: () => marry(people),
    note: () => '',
    hash: () => assignmentHash(Int32Array.from(people, ({ fiance }) => (fiance ? seatOf.get(fiance)! : -1))),
  };
}
