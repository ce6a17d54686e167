import type { Board } from '../board/board.js';
import { entryHashOf, type BallotEntry, type Entry, type RejectedEntry, type ReissuedEntry, type TestedEntry } from '../board/entry.js';
import { isCloseSigned } from '../board/statements.js';
import type { OpenSpec } from '../board/spec.js';
import { checked, fail, type Checked } from './findings.js';
import { SlotKeys } from './slot-keys.js';

/** Each entry stands at its number, behind the one before, and hashes to its hash. Value: the last hash. */
export function checkChain({ electionId }: OpenSpec, entries: readonly Entry[]): Checked<string> {
  let head = electionId;
  entries.forEach((entry, at) => {
    if (entry.index !== at + 1) fail('ENTRY_PLACE', { entry: at + 1, found: entry.index });
    if (entry.previous !== head) fail('ENTRY_PREVIOUS', { entry: at + 1 });
    if (entryHashOf(entry) !== entry.hash) fail('ENTRY_HASH', { entry: at + 1 });
    head = entry.hash;
  });
  return checked(entries.length, head);
}

/** The board key's last word: this head, so many entries, not before the ballot was over. */
export function checkClose({ spec, electionId }: OpenSpec, { close, entries }: Board, head: string): Checked<number> {
  if (close === null) fail('NOT_CLOSED');
  if (close.electionId !== electionId) fail('CLOSE_ELECTION');
  if (!isCloseSigned(close, spec.boardKey)) fail('CLOSE_SIGNATURE');
  if (close.entries !== entries.length) fail('CLOSE_ENTRIES', { found: entries.length, expected: close.entries });
  if (close.head !== head) fail('CLOSE_HEAD');
  if (close.closedAt < spec.closesAt) fail('CLOSE_TOO_EARLY');
  return checked(1, close.intakeCount);
}

export type IntakeEntry = BallotEntry | RejectedEntry | TestedEntry;

/**
 * Every intake index from 1 to the count stands on the board exactly once; on an open board, where some are still on
 * their way, at most once. Value: the entries in the order of intake.
 */
export function checkIntake(entries: readonly Entry[], intakeCount: number | null): Checked<readonly IntakeEntry[]> {
  const taken = new Map<number, IntakeEntry>();
  for (const entry of entries) {
    if (entry.type === 'reissued') continue;
    if (taken.has(entry.intakeIndex)) fail('INTAKE_TWICE', { entry: entry.index, intakeIndex: entry.intakeIndex });
    if (intakeCount !== null && entry.intakeIndex > intakeCount) fail('INTAKE_BEYOND', { entry: entry.index, intakeIndex: entry.intakeIndex });
    taken.set(entry.intakeIndex, entry);
  }
  for (let intakeIndex = 1; intakeIndex <= (intakeCount ?? 0); intakeIndex++) if (!taken.has(intakeIndex)) fail('INTAKE_MISSING', { intakeIndex });
  return checked(taken.size, [...taken.values()].sort((a, b) => a.intakeIndex - b.intakeIndex));
}

/** The registrar's re-issues, in the order of the board. Value: which key speaks for which slot, and when. */
export function checkReissues(open: OpenSpec, { credentials, entries }: Board): Checked<SlotKeys> {
  const keys = new SlotKeys(open, credentials);
  const reissues = entries.filter((entry): entry is ReissuedEntry => entry.type === 'reissued');
  for (const entry of reissues) keys.replace(entry);
  return checked(reissues.length, keys);
}
