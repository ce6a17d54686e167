import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { buildInstance, CsvInstanceReader, type Built } from '#matching';

/** A file that is not there, cannot be read or is no JSON at all. */
export class UnreadableFile extends Error {}

export function readInstance(files: readonly [string] | readonly [string, string]): Built {
  const [first, second] = files;
  if (second === undefined) return buildInstance(parseJson(first));
  const reader = new CsvInstanceReader();
  // The wishes name seats, so the seats are read first.
  feed(second, (chunk) => reader.writeSeats(chunk));
  feed(first, (chunk) => reader.writeEmployees(chunk));
  return reader.finish();
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // The parser's own message quotes the text around the fault, and that may be somebody's wish.
    throw new UnreadableFile(`${file}: is not JSON / JSON 형식이 아닙니다`);
  }
}

function feed(file: string, write: (chunk: Uint8Array) => void): void {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw unreadable(file, error);
  }
  try {
    const buffer = new Uint8Array(1 << 18);
    for (let read = readChunk(file, handle, buffer); read > 0; read = readChunk(file, handle, buffer)) write(buffer.subarray(0, read));
  } finally {
    closeSync(handle);
  }
}

function readChunk(file: string, handle: number, buffer: Uint8Array): number {
  try {
    return readSync(handle, buffer, 0, buffer.length, null);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UnreadableFile {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  return new UnreadableFile(`${file}: cannot be read (${code}) / 파일을 읽을 수 없습니다`);
}
