import type { Moves } from './moves.js';

/** The arc cannot take one more person. */
export const CLOSED = -(2 ** 30);

/**
 * Who moves along which arc. Cycles ask only for numbers of people on arcs; which of a seat's holders serve them is an
 * assignment problem of that seat alone, and the board keeps it solved: for the numbers asked for, the holders of every
 * seat have the greatest value that they can (successive best paths, Edmonds & Karp 1972).
 */
export class Board {
  /** By person: the move they make, or -1 while they stay. */
  readonly moveOf: Int32Array;
  /**
   * By arc: what the seat's holders win in value if one more of them goes along it, `CLOSED` where nobody is left. Always
   * one more person moves; others of the seat may change their arc for it.
   */
  readonly worth: Int32Array;
  /** By arc: the move that begins the best such change. */
  private readonly first: Int32Array;
  /** By person, within one `refresh`: the best of freeing them. */
  private readonly pull: Int32Array;

  /** `value` of each move says what is worth most, `moves.gain` or something that looks further ahead. */
  constructor(readonly moves: Moves, readonly value: Int32Array) {
    this.moveOf = new Int32Array(moves.start.length - 1).fill(-1);
    this.worth = new Int32Array(moves.arcTo.length);
    this.first = new Int32Array(moves.arcTo.length);
    this.pull = new Int32Array(moves.start.length - 1);
    for (let seat = 0; seat < moves.arcStart.length - 1; seat++) this.refresh(seat);
  }

  /** One more person along the arc, which must not be closed. */
  add(arc: number): void {
    const { moves, moveOf } = this;
    for (let next = arc; ; ) {
      const move = this.first[next]!;
      const person = moves.person[move]!;
      const before = moveOf[person]!;
      moveOf[person] = move;
      if (before < 0) break;
      next = moves.arc[before]!;
    }
    this.refresh(moves.arcFrom[arc]!);
  }

  /** One person fewer along the arc, with the least loss. */
  remove(arc: number): void {
    const { moves, moveOf } = this;
    const seat = moves.arcFrom[arc]!;
    const { leaver, instead } = this.removal(seat);
    const offset = moves.arcStart[seat]!;
    for (let next = arc; ; ) {
      const person = leaver[next - offset]!;
      const move = instead[next - offset]!;
      moveOf[person] = move;
      if (move < 0) break;
      next = moves.arc[move]!;
    }
    this.refresh(seat);
  }

  /** The values of one more person along each arc of the seat: longest paths from the people who stay (Bellman 1958). */
  refresh(seat: number): void {
    const { start, arc, arcStart, holderStart, holder } = this.moves;
    const { worth, first, moveOf, pull, value } = this;
    worth.fill(CLOSED, arcStart[seat], arcStart[seat + 1]);
    for (let q = holderStart[seat]!; q < holderStart[seat + 1]!; q++) pull[holder[q]!] = CLOSED;
    for (let changed = true; changed; ) {
      changed = false;
      for (let q = holderStart[seat]!; q < holderStart[seat + 1]!; q++) {
        const person = holder[q]!;
        const busy = moveOf[person]!;
        const freed = busy < 0 ? 0 : worth[arc[busy]!]! === CLOSED ? CLOSED : worth[arc[busy]!]! - value[busy]!;
        if (freed <= pull[person]!) continue;
        pull[person] = freed;
        for (let k = start[person]!; k < start[person + 1]!; k++) {
          if (k === busy || value[k]! + freed <= worth[arc[k]!]!) continue;
          worth[arc[k]!] = value[k]! + freed;
          first[arc[k]!] = k;
          changed = true;
        }
      }
    }
  }

  /** By arc of the seat: the least loss of one person fewer, who leaves it, and the move they make instead (-1 = they stay). */
  private removal(seat: number) {
    const { start, arc, arcStart, holderStart, holder } = this.moves;
    const { value } = this;
    const offset = arcStart[seat]!;
    const arcs = arcStart[seat + 1]! - offset;
    const loss = new Int32Array(arcs).fill(-CLOSED);
    const leaver = new Int32Array(arcs).fill(-1);
    const instead = new Int32Array(arcs).fill(-1);
    for (let changed = true; changed; ) {
      changed = false;
      for (let q = holderStart[seat]!; q < holderStart[seat + 1]!; q++) {
        const person = holder[q]!;
        const busy = this.moveOf[person]!;
        if (busy < 0) continue;
        const at = arc[busy]! - offset;
        const consider = (cost: number, move: number): void => {
          if (cost >= loss[at]!) return;
          loss[at] = cost;
          leaver[at] = person;
          instead[at] = move;
          changed = true;
        };
        consider(value[busy]!, -1);
        for (let k = start[person]!; k < start[person + 1]!; k++) {
          const other = loss[arc[k]! - offset]!;
          if (k !== busy && other !== -CLOSED) consider(value[busy]! - value[k]! + other, k);
        }
      }
    }
    return { leaver, instead };
  }
}
