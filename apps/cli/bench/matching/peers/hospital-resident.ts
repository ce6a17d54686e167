import { assignmentHash } from '../limit.js';
import type { Measured, Task } from '../measured.js';
import { readBareRound, wishesOf } from './bare-round.js';
import { loadPeer } from './load-peer.js';

interface Game { solve(): { toRecord(): Record<string, string[]> } }
interface Api {
  readonly HospitalResident: { createFromDictionaries(residents: Record<string, string[]>, hospitals: Record<string, string[]>, places: Record<string, number>): Game };
}

/** `hospital-resident`, deferred acceptance with places on dictionaries of names. Its own checks of the lists are not timed. */
export async function hospitalResident({ folder }: Task): Promise<Measured> {
  const { HospitalResident } = await loadPeer<Api>('hospital-resident');
  const round = readBareRound(folder);
  const residents = Object.fromEntries(Array.from({ length: round.people }, (_, person) => [`e${person}`, wishesOf(round, person).map((seat) => `s${seat}`)]));
  const hospitals = Object.fromEntries(round.lists.map((list, seat) => [`s${seat}`, list.map((person) => `e${person}`)]));
  const places = Object.fromEntries(Array.from(round.capacity, (capacity, seat) => [`s${seat}`, capacity]));
  let game: Game;
  let record: Record<string, string[]> = {};
  return {
    prepare: () => { game = HospitalResident.createFromDictionaries(residents, hospitals, places); },
    run: () => { record = game.solve().toRecord(); },
    note: () => '',
    hash: () => {
      const assignment = new Int32Array(round.people).fill(-1);
      for (const [seat, people] of Object.entries(record)) for (const person of people) assignment[Number(person.slice(1))] = Number(seat.slice(1));
      return assignmentHash(assignment);
    },
  };
}
