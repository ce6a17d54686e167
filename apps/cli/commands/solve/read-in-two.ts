import { readSync } from 'node:fs';
import { CsvInstanceReader, type Built } from '#matching';
import type { InstanceFiles } from './arguments.js';
import { readChunks, readInstance, withFile } from './read-instance.js';
import { SecondThread, type SecondHalf } from './second-thread.js';

/** A smaller file is read before a second thread would have begun. */
const WORTH_IT = 16 << 20;
const NEWLINE = 10;

export interface Read {
  readonly built: Built;
  /** Stands ready for more where the instance is large; whoever called ends it. */
  readonly second: SecondThread | null;
}

/**
 * Reads an instance from its files; of large CSV files a second thread reads the second half of the employees meanwhile.
 * Where its first row really begins only the first half tells (a line may end within quotation marks): unless it was a
 * row's beginning, and the half without a fault, the first thread reads on by itself.
 */
export async function readInTwo(files: InstanceFiles, onProgress: (share: number) => void = () => undefined): Promise<Read> {
  const half = secondHalf(files);
  if (half === null) return { built: readInstance(files, onProgress), second: null };
  const second = new SecondThread();
  const others = second.read(half).catch(() => null);
  const reader = new CsvInstanceReader({ shared: true });
  const write = (chunk: Uint8Array, share: number): void => {
    reader.writeEmployees(chunk);
    onProgress(share);
  };
  readChunks(half.seats, (chunk) => reader.writeSeats(chunk));
  readChunks(half.employees, write, 0, half.begin);
  const rows = reader.isBetweenRows ? await others : null;
  if (rows === null) {
    second.end();
    readChunks(half.employees, write, half.begin);
    return { built: reader.finish(), second: null };
  }
  reader.add(rows);
  return { built: reader.finish(), second };
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
