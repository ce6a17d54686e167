import type { Instance } from '../instance/instance.js';
import type { SolveResult } from '../solve.js';
import { createSha256, type Sha256 } from './sha256.js';

export interface RunHashOptions {
  /** What else decided the result; without it the parameters of the run itself. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** A fresh native SHA-256 where the caller has one; the result is the same, sooner. */
  readonly sha256?: () => Sha256;
}

type Numbers = Int32Array | Uint16Array | Uint8Array;

/**
 * SHA-256 over one canonical form of everything that went into a run and came out of it: whoever replays the run on the
 * same instance gets the same 64 characters. Canonical form: named sections, each "name:length\n" and then its bytes;
 * texts in UTF-8, numbers little-endian at the width of their array, so that JSON and CSV of one instance agree.
 */
export function runHash(instance: Instance, result: Pick<SolveResult, 'mechanism' | 'seed' | 'assignment'> & Partial<Pick<SolveResult, 'parameters'>>, options: RunHashOptions = {}): string {
  const hash = options.sha256?.() ?? createSha256();
  const encoder = new TextEncoder();
  const bytes = (name: string, content: Uint8Array): void => {
    hash.update(encoder.encode(`${name}:${content.length}\n`));
    hash.update(content);
  };
  const numbers = (name: string, list: Numbers): void => bytes(name, littleEndian(list));
  const text = (name: string, value: unknown): void => bytes(name, encoder.encode(JSON.stringify(value)));

  text('format', 'jari-run/1');
  text('mechanism', result.mechanism);
  text('seed', result.seed);
  text('parameters', Object.entries(options.parameters ?? result.parameters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  text('basis', instance.basis);
  bytes('employees', instance.employees.bytes);
  numbers('employeeStart', instance.employees.start);
  bytes('seats', instance.seats.bytes);
  numbers('seatStart', instance.seats.start);
  numbers('wishStart', instance.wishStart);
  numbers('wishSeat', instance.wishSeat);
  numbers('wishScore', instance.wishScore);
  numbers('listStart', instance.priority?.start ?? new Int32Array(0));
  numbers('listPerson', instance.priority?.person ?? new Int32Array(0));
  text('reasonCodes', instance.wishReason === null ? [] : instance.reasonCodes);
  numbers('wishReason', instance.wishReason ?? new Uint16Array(0));
  numbers('current', instance.current);
  numbers('currentStanding', instance.currentStanding);
  numbers('mustMove', instance.mustMove);
  numbers('formerSeat', instance.formerSeat);
  text('formerOutside', [...instance.formerOutside].sort(([a], [b]) => a - b));
  numbers('capacity', instance.capacity);
  numbers('order', instance.order);
  numbers('assignment', result.assignment);
  return hash.hex();
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function littleEndian(list: Numbers): Uint8Array {
  const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
  if (isLittleEndian || list.BYTES_PER_ELEMENT === 1) return bytes;
  const width = list.BYTES_PER_ELEMENT;
  return bytes.map((_, at) => bytes[at - (at % width) + width - 1 - (at % width)]!);
}
