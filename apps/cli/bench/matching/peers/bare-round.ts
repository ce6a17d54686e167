import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `round.bin` again: people without present seats, as the C loop knows them. */
export interface BareRound {
  readonly people: number;
  readonly seats: number;
  readonly wishStart: Int32Array;
  readonly wishSeat: Int32Array;
  readonly capacity: Int32Array;
  /** People of each seat's list, best first. */
  readonly lists: readonly (readonly number[])[];
}

export function readBareRound(folder: string): BareRound {
  const bytes = readFileSync(join(folder, 'round.bin'));
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [people = 0, seats = 0, wishes = 0] = numbers;
  let at = 3;
  const next = (length: number): Int32Array => numbers.subarray(at, at += length);
  const wishStart = next(people + 1), wishSeat = next(wishes), score = next(wishes), lottery = next(people), capacity = next(seats);
  const claims = Array.from({ length: seats }, (): { person: number; score: number }[] => []);
  for (let person = 0; person < people; person++) {
    for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) claims[wishSeat[k]!]!.push({ person, score: score[k]! });
  }
  const lists = claims.map((list) => list.sort((a, b) => b.score - a.score || lottery[a.person]! - lottery[b.person]!).map(({ person }) => person));
  return { people, seats, wishStart, wishSeat, capacity, lists };
}

export const wishesOf = ({ wishStart, wishSeat }: BareRound, person: number): number[] => Array.from(wishSeat.subarray(wishStart[person], wishStart[person + 1]));
