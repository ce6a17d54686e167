import { bytesOf } from '../ids/bytes.js';
import type { IdIndex } from '../ids/id-index.js';
import type { Assembly } from './assembly.js';
import { LIST_MARK, type CsvRecord } from './csv-records.js';
import { GrowingInt32 } from '../growing.js';

/** The printed lists of seats.csv name people who are read later: their bytes wait here. */
export class PendingLists {
  private bytes = new Uint8Array(1 << 12);
  private used = 0;
  private readonly start = new GrowingInt32();
  private readonly line = new GrowingInt32();

  keep(record: CsvRecord, column: number): void {
    const cell = record.bytes.subarray(record.from[column], record.to[column]);
    if (this.used + cell.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.used + cell.length, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.used));
      this.bytes = larger;
    }
    this.start.push(this.used);
    this.line.push(record.line);
    this.bytes.set(cell, this.used);
    this.used += cell.length;
  }

  /** A column of empty cells beside scores is no list; without scores it means that nobody is eligible. */
  resolve(assembly: Assembly, employees: () => IdIndex): void {
    const seats = this.start.length;
    assembly.hasLists = this.used > 0 || !assembly.hasScores;
    if (!assembly.hasLists) return;
    const people = employees();
    this.start.push(this.used);
    const listedBy = new Int32Array(assembly.employees.size).fill(-1);
    const named = new GrowingInt32();
    const source = bytesOf(this.bytes);
    assembly.listStart.push(0);
    for (let seat = 0; seat < seats; seat++) {
      const line = this.line.at(seat);
      const empty = this.start.at(seat) === this.start.at(seat + 1);
      if (!empty && assembly.hasScores) assembly.faults.add('seats', line, 'priority', 'PRIORITY_AND_SCORES');
      named.length = 0;
      const count = empty ? 0 : people.findList(source, this.start.at(seat), this.start.at(seat + 1), LIST_MARK, named);
      for (let position = 0; position < count; position++) {
        const person = named.at(position);
        if (person < 0) assembly.faults.add('seats', line, `priority[${position + 1}]`, 'UNKNOWN_EMPLOYEE');
        else if (listedBy[person] === seat) assembly.faults.add('seats', line, `priority[${position + 1}]`, 'DUPLICATE_PRIORITY');
        else { listedBy[person] = seat; assembly.listPerson.push(person); }
      }
      assembly.listStart.push(assembly.listPerson.length);
    }
  }
}
