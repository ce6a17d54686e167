import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { buildInstance, CsvInstanceReader, type Built } from '#matching';
import type { InstanceFiles } from './arguments.js';

/** A file that is not there, cannot be read or is no JSON at all. */
export class UnreadableFile extends Error {}

/** Reads an instance from its files, CSV as a stream. @param onProgress takes the share of the larger file that is read, 0 to 1 */
export function readInstance(files: InstanceFiles, onProgress: (share: number) => void = () => undefined): Built {
  const [first, second] = files;
  if (second === undefined) return buildInstance(parseJson(first));
  const reader = new CsvInstanceReader();
  // The wishes name seats, so the seats are read first.
  readChunks(second, (chunk) => reader.writeSeats(chunk));
  readChunks(first, (chunk, share) => { reader.writeEmployees(chunk); onProgress(share); });
  return reader.finish();
}

/** Parses a whole JSON file. @throws UnreadableFile */
export function parseJson(file: string): unknown {
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

/**
 * Hands over a file, or its bytes `from .. to`, piece by piece; a piece is overwritten after its call.
 * @param write takes the piece and the share that is read, 0 to 1 @throws UnreadableFile
 */
export function readChunks(file: string, write: (chunk: Uint8Array, share: number) => void, from = 0, to = Infinity): void {
  withFile(file, (handle, size) => {
    const end = Math.min(to, size);
    const buffer = new Uint8Array(1 << 18);
    for (let at = from; ;) {
      // A pipe has no size and no positions.
      const read = size === 0 ? readSync(handle, buffer, 0, buffer.length, null) : readSync(handle, buffer, 0, Math.min(buffer.length, end - at), at);
      if (read <= 0) return;
      at += read;
      write(buffer.subarray(0, read), size === 0 ? 0 : Math.min(1, (at - from) / (end - from)));
    }
  });
}

/** Opens a file for reading. @throws UnreadableFile when that, or anything in `use`, is refused by the system */
export function withFile<Result>(file: string, use: (handle: number, size: number) => Result): Result {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    return use(handle, fstatSync(handle).size);
  } catch (error) {
    throw isSystemError(error) ? unreadable(file, error) : error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function unreadable(file: string, error: unknown): UnreadableFile {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  return new UnreadableFile(`${file}: cannot be read (${code}) / 파일을 읽을 수 없습니다`);
}
