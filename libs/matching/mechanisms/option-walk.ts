import type { Instance } from '../instance/instance.js';

/**
 * Where each person stands in their own list: open wishes, then the own seat unless it was among them. The walk only goes
 * forward, so what `open` once refused it must refuse ever after.
 */
export class OptionWalk {
  private readonly next: Int32Array;

  constructor(private readonly instance: Instance) {
    this.next = instance.wishStart.slice(0, instance.current.length);
  }

  /** The best seat of the person's list that `open` lets in, or -1 at its end. Asked again it gives the same one, while open. */
  best(person: number, open: (person: number, seat: number, wish: number) => boolean): number {
    const { wishStart, wishSeat, wishReason, current } = this.instance;
    const end = wishStart[person + 1]!;
    let k = this.next[person]!;
    for (; k < end; k++) {
      if (wishReason !== null && wishReason[k] !== 0) continue;
      if (open(person, wishSeat[k]!, k)) { this.next[person] = k; return wishSeat[k]!; }
    }
    this.next[person] = end;
    const own = current[person]!;
    if (own < 0 || !open(person, own, -1)) return -1;
    for (let wish = wishStart[person]!; wish < end; wish++) if (wishSeat[wish] === own) return -1;
    return own;
  }
}
