import type { GrowingUint16 } from '../growing.js';
import { HIGHEST_SCORE } from './assembly.js';
import { LIST_MARK } from './csv-records.js';

const ZERO = 48;

/**
 * Adds the scores of `bytes[from..to)` to the list, ";" between them; what is no integer from 0 to 65535 counts as 0.
 * Returns how many there are, as a negative number (−1 − count) when one of them is bad.
 */
export function readScores(bytes: Uint8Array, from: number, to: number, scores: GrowingUint16): number {
  const begun = scores.length;
  const list = scores.extend(to - from + 1);
  let next = begun;
  let good = true;
  for (let at = from; at <= to; at++) {
    const begin = at;
    let score = 0;
    for (let digit = 0; at < to && (digit = bytes[at]! - ZERO) >= 0 && digit < 10; at++) score = score * 10 + digit;
    if (at === begin || score > HIGHEST_SCORE || (at < to && bytes[at] !== LIST_MARK)) {
      good = false;
      score = 0;
      while (at < to && bytes[at] !== LIST_MARK) at++;
    }
    list[next++] = score;
  }
  scores.length = next;
  return good ? next - begun : begun - next - 1;
}

/** Positions, counted from 1, of the bad scores of such a list. */
export function badScores(bytes: Uint8Array, from: number, to: number): number[] {
  const bad: number[] = [];
  for (let begin = from, position = 1; begin <= to; position++) {
    let end = begin;
    while (end < to && bytes[end] !== LIST_MARK) end++;
    if (readInteger(bytes, begin, end, HIGHEST_SCORE) < 0) bad.push(position);
    begin = end + 1;
  }
  return bad;
}

/** A decimal number of digits only, or -1 when it is none or above `most`. */
export function readInteger(bytes: Uint8Array, from: number, to: number, most: number): number {
  if (from >= to) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
    if (value > most) return -1;
  }
  return value;
}
