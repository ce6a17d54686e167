import { createHash } from 'node:crypto';
import { certify, faultMessage, measure, MechanismRefused, mechanismCodes, runHash, solve, type Instance, type Sha256, type SolveResult } from '#matching';
import { parseArguments, USAGE, type SolveArguments } from './arguments.js';
import { readInstance, UnreadableFile } from './read-instance.js';
import { csvAnswer } from './write-csv.js';
import { jsonAnswer } from './write-json.js';

/** Where a command writes; `process` fits. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const DONE = 0;
const BAD_INPUT = 2;
/** Text is handed to the stream in pieces of about this many characters. */
const PIECE = 1 << 16;

/** `jari solve`: the answer alone on standard output, faults on standard error. Resolves to the exit code. */
export async function solveCommand(argv: readonly string[], io: Output): Promise<number> {
  const parsed = parseArguments(argv);
  if ('problems' in parsed) return refuse(io, [...parsed.problems, `usage: ${USAGE}`]);
  if (!mechanismCodes().includes(parsed.mechanism)) {
    return refuse(io, [`unknown mechanism "${parsed.mechanism}"; registered are: ${mechanismCodes().join(', ')}`]);
  }
  try {
    const built = readInstance(parsed.files);
    if (!built.ok) return refuse(io, built.faults.map((fault) => `${faultMessage(fault, 'en')} / ${faultMessage(fault, 'ko')}`));
    const result = solve(built.instance, parsed.mechanism, { seed: parsed.seed });
    await answer(built.instance, result, parsed, io);
    return DONE;
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(io, [error.message]);
    if (error instanceof MechanismRefused) return refuse(io, [`${error.refusal.en} / ${error.refusal.ko}`]);
    throw error;
  }
}

async function answer(instance: Instance, result: SolveResult, { format, explain }: SolveArguments, io: Output): Promise<void> {
  const hash = runHash(instance, result, { sha256: nativeSha256 });
  if (format === 'json') {
    await writeAll(jsonAnswer(instance, result, hash, explain), io);
    return;
  }
  await writeAll(csvAnswer(instance, result, explain), io);
  // A table has no room for them, and standard output carries the answer only.
  const certificate = certify(instance, result.assignment, result);
  io.stderr.write(`${JSON.stringify({ hash, metrics: measure(instance, result.assignment), certificate: { promised: certificate.promised, holds: certificate.holds } })}\n`);
}

function refuse(io: Output, lines: readonly string[]): number {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length >= PIECE) { io.stderr.write(piece); piece = ''; }
  }
  io.stderr.write(piece);
  return BAD_INPUT;
}

/** Waits where the stream asks for it, so that a slow reader does not fill the memory. */
async function writeAll(parts: Iterable<string>, io: Output): Promise<void> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    await write(piece, io);
    piece = '';
  }
  if (piece !== '') await write(piece, io);
}

async function write(text: string, { stdout }: Output): Promise<void> {
  const ready = stdout.write(text);
  if (ready === false && 'once' in stdout && typeof stdout.once === 'function') {
    const { once } = stdout;
    await new Promise<void>((resolve) => { once.call(stdout, 'drain', () => { resolve(); }); });
  }
}

function nativeSha256(): Sha256 {
  const hash = createHash('sha256');
  return { update: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
}
