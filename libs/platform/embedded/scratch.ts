import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process/alive.js';

const PATTERN = /^scratch-(\d+)-/;

/** A name for something half-made, which tells whose it is: what a killed process left behind can be told from work in progress. */
export const scratchName = (purpose: string): string => `scratch-${process.pid}-${purpose}-${randomBytes(4).toString('hex')}`;

/** Removes what processes that no longer live left half-made in `home`. */
export function sweepScratch(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = PATTERN.exec(name)?.[1];
    if (pid && Number(pid) !== process.pid && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true });
  }
}
