import type { Board } from '../board/board.js';
import { chainEntry, type Entry } from '../board/entry.js';
import { signClose } from '../board/statements.js';
import type { BoardFault } from '../verify/findings.js';
import { verifyBoard, type VerifyOptions } from '../verify/verify-board.js';
import type { PlayedElection } from './election.js';

/** For tests: the first thing that does not hold, or null. */
export async function faultOf(board: unknown, options?: VerifyOptions): Promise<BoardFault | null> {
  const { holds, findings } = await verifyBoard(board, options);
  const fault = findings.find((finding) => finding.fault !== null)?.fault ?? null;
  if (holds !== (fault === null)) throw new Error('the verdict contradicts the findings');
  return fault;
}

export type MutableBoard = { -readonly [K in keyof Board]: Board[K] } & { entries: Entry[] };

/** For tests: a board with something in it changed; the original stays as it is. */
export function tampered(board: Board, change: (copy: MutableBoard) => void): Board {
  const copy = structuredClone(board) as MutableBoard;
  change(copy);
  return copy;
}

/** For tests: the value without some of its members. */
export const without = <T extends object, K extends keyof T>(value: T, ...names: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.some((one) => one === name))) as Omit<T, K>;

/** For tests: the board chained and closed anew, by whoever holds the board key. */
export function rechained(election: PlayedElection, entries: readonly Entry[]): Board {
  const { electionId } = election.open;
  const chain: Entry[] = [];
  for (const entry of entries) chain.push(chainEntry({ head: chain.at(-1)?.hash ?? electionId, entries: chain.length }, without(entry, 'index', 'previous', 'hash') as Entry));
  const board = election.board();
  const close = { electionId, head: chain.at(-1)?.hash ?? electionId, entries: chain.length, intakeCount: election.intakeCount, closedAt: board.spec.closesAt };
  return { ...board, entries: chain, close: signClose(close, election.boardKey) };
}
