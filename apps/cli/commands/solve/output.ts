import { createHash } from 'node:crypto';
import { faultMessage, type Fault, type Sha256 } from '#matching';
import { EXIT } from '../../command.js';

/** Where a command writes; `process` fits. */
export interface Output {
  readonly stdout: { write(content: string | Uint8Array): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Text is handed to the stream in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Says what is wrong, line by line. @returns the exit code for bad input */
export function refuse(io: Output, lines: Iterable<string>): number {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length >= PIECE) { io.stderr.write(piece); piece = ''; }
  }
  io.stderr.write(piece);
  return EXIT.badInput;
}

export function refuseFaults(io: Output, faults: readonly Fault[]): number {
  return refuse(io, faults.map((fault) => `${faultMessage(fault, 'en')} / ${faultMessage(fault, 'ko')}`));
}

/** Strings are gathered into pieces, bytes are pieces already. Waits where the stream asks for it, so that a slow reader does not fill the memory. */
export async function writeAll(parts: Iterable<string | Uint8Array>, io: Output): Promise<void> {
  let piece = '';
  for (const part of parts) {
    if (typeof part !== 'string') { await write(part, io); continue; }
    piece += part;
    if (piece.length < PIECE) continue;
    await write(piece, io);
    piece = '';
  }
  if (piece !== '') await write(piece, io);
}

async function write(content: string | Uint8Array, { stdout }: Output): Promise<void> {
  const ready = stdout.write(content);
  if (ready === false && 'once' in stdout && typeof stdout.once === 'function') {
    const { once } = stdout;
    await new Promise<void>((resolve) => { once.call(stdout, 'drain', () => { resolve(); }); });
  }
}

export function nativeSha256(): Sha256 {
  const hash = createHash('sha256');
  return { update: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
}
