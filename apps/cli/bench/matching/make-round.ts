import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { drawLottery, seededRandom } from '#matching';

export interface RoundShape {
  readonly employees: number;
  readonly wishes: number;
  readonly places: number;
  /** Exponent of the seats' popularity: the k-th seat is wished for in proportion to k^-zipf. */
  readonly zipf: number;
  /** Share of people without a seat. */
  readonly newcomers: number;
}

export const USUAL: Omit<RoundShape, 'employees'> = { wishes: 10, places: 20, zipf: 0.8, newcomers: 0.05 };

/** The engine's own seed in every measurement; the lottery in `round.bin` is drawn from it. */
export const SEED = '1';
const SCORES = 65_536;

interface Round {
  readonly seats: number;
  readonly perPerson: number;
  readonly current: Int32Array;
  readonly currentScore: Int32Array;
  readonly wishSeat: Int32Array;
  readonly wishScore: Int32Array;
}

/**
 * Writes one random round, the same bytes for the same shape: `employees.csv` and `seats.csv` for the engine, `round.bin`
 * (see limit.c) for the C loop. Everybody but the newcomers holds a place; scores are independent and even.
 */
export function makeRound(folder: string, shape: RoundShape): void {
  const round = drawRound(shape);
  mkdirSync(folder, { recursive: true });
  writeSeats(join(folder, 'seats.csv'), round.seats, shape.places);
  writeEmployees(join(folder, 'employees.csv'), round);
  writeBinary(join(folder, 'round.bin'), round, shape);
}

function drawRound({ employees, wishes, places, zipf, newcomers }: RoundShape): Round {
  const random = seededRandom(`bench ${employees} ${wishes} ${places} ${zipf} ${newcomers}`);
  const below = (end: number): number => Math.floor((random() / 2 ** 32) * end);
  const seats = Math.ceil(employees / places);
  const perPerson = Math.min(wishes, seats - 1);
  const holders = shuffled(employees, below);
  const current = new Int32Array(employees).fill(-1);
  holders.subarray(Math.floor(employees * newcomers)).forEach((person, at) => { current[person] = Math.floor(at / places); });
  const byPopularity = shuffled(seats, below);
  const reach = new Float64Array(seats);
  for (let k = 0, sum = 0; k < seats; k++) reach[k] = sum += (k + 1) ** -zipf;
  const wishedBy = new Int32Array(seats).fill(-1);
  const wishSeat = new Int32Array(employees * perPerson);
  for (let person = 0, k = 0; person < employees; person++) {
    if (current[person]! >= 0) wishedBy[current[person]!] = person;
    for (let end = k + perPerson; k < end;) {
      const seat = byPopularity[firstAbove(reach, (random() / 2 ** 32) * reach[seats - 1]!)]!;
      if (wishedBy[seat] === person) continue;
      wishedBy[seat] = person;
      wishSeat[k++] = seat;
    }
  }
  return { seats, perPerson, current, currentScore: current.map(() => below(SCORES)), wishSeat, wishScore: wishSeat.map(() => below(SCORES)) };
}

function shuffled(length: number, below: (end: number) => number): Int32Array {
  const list = Int32Array.from({ length }, (_, at) => at);
  for (let last = length - 1; last > 0; last--) {
    const other = below(last + 1);
    const kept = list[last]!;
    list[last] = list[other]!;
    list[other] = kept;
  }
  return list;
}

function firstAbove(rising: Float64Array, value: number): number {
  let low = 0;
  for (let high = rising.length - 1; low < high;) {
    const middle = (low + high) >> 1;
    if (rising[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

const LINES_AT_ONCE = 10_000;

function writeSeats(path: string, seats: number, places: number): void {
  writeFileSync(path, `seat,capacity\n${Array.from({ length: seats }, (_, seat) => `s${seat},${places}\n`).join('')}`);
}

function writeEmployees(path: string, { perPerson, current, currentScore, wishSeat, wishScore }: Round): void {
  const file = openSync(path, 'w');
  let lines = 'employee,current,currentScore,wishes,scores\n';
  for (let person = 0; person < current.length; person++) {
    const from = person * perPerson;
    const held = current[person]! < 0 ? ',' : `s${current[person]},${currentScore[person]}`;
    const seats = perPerson === 0 ? '' : `s${wishSeat.subarray(from, from + perPerson).join(';s')}`;
    lines += `e${person},${held},${seats},${wishScore.subarray(from, from + perPerson).join(';')}\n`;
    if ((person + 1) % LINES_AT_ONCE === 0) { writeSync(file, lines); lines = ''; }
  }
  writeSync(file, lines);
  closeSync(file);
}

function writeBinary(path: string, { seats, perPerson, current, wishSeat, wishScore }: Round, { places }: RoundShape): void {
  const people = current.length;
  const parts = [
    Int32Array.of(people, seats, wishSeat.length), Int32Array.from({ length: people + 1 }, (_, person) => person * perPerson),
    wishSeat, wishScore, drawLottery(people, SEED), new Int32Array(seats).fill(places),
  ];
  const file = openSync(path, 'w');
  for (const part of parts) writeSync(file, new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  closeSync(file);
}
