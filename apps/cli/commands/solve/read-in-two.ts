import { readSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import { CsvInstanceReader, type Built, type EmployeeRows } from '#matching';
import type { InstanceFiles } from './arguments.js';
import { readChunks, readInstance, withFile } from './read-instance.js';

/** A smaller file is read before a second thread would have begun. */
const WORTH_IT = 16 << 20;
const NEWLINE = 10;

/** What the second thread is to read: the header's bytes `0 .. header`, then everything from `begin` on. */
export interface SecondHalf {
  readonly employees: string;
  readonly seats: string;
  readonly header: number;
  readonly begin: number;
}

/**
 * Reads an instance from its files; of large CSV files a second thread reads the second half of the employees meanwhile.
 * Where its first row really begins only the first half tells (a line may end within quotation marks): unless it was a
 * row's beginning, and the half without a fault, the first thread reads on by itself.
 */
export async function readInTwo(files: InstanceFiles, onProgress: (share: number) => void = () => undefined): Promise<Built> {
  const half = isMainThread ? secondHalf(files) : null;
  if (half === null) return readInstance(files, onProgress);
  const worker = new Worker(new URL('./second-half.js', import.meta.url), { workerData: half });
  const others = new Promise<EmployeeRows | null>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => { resolve(null); });
  });
  const reader = new CsvInstanceReader();
  readChunks(half.seats, (chunk) => reader.writeSeats(chunk));
  readChunks(half.employees, (chunk, share) => { reader.writeEmployees(chunk); onProgress(share); }, 0, half.begin);
  const rows = reader.isBetweenRows ? await others : null;
  void worker.terminate();
  if (rows !== null) reader.add(rows);
  else readChunks(half.employees, (chunk, share) => { reader.writeEmployees(chunk); onProgress(share); }, half.begin);
  return reader.finish();
}

function secondHalf([employees, seats]: InstanceFiles): SecondHalf | null {
  if (seats === undefined) return null;
  return withFile(employees, (handle, size) => {
    if (size < WORTH_IT) return null;
    const header = lineEnd(handle, 0);
    const begin = lineEnd(handle, Math.floor(size / 2));
    return header < 0 || begin < header ? null : { employees, seats, header, begin };
  });
}

/** Behind the first newline from a position on, or -1 when there is none near. */
function lineEnd(handle: number, from: number): number {
  const buffer = new Uint8Array(1 << 16);
  const newline = buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, from)).indexOf(NEWLINE);
  return newline < 0 ? -1 : from + newline + 1;
}
