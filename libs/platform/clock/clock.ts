/** Where the time comes from. Rules and deadlines ask it, so that a season can be played in minutes and a test can be exact. */
export abstract class Clock {
  abstract now(): Date;

  /** Today's date in Korea, `YYYY-MM-DD`: every date of the product is a Korean civil date. */
  today(): string {
    return koreanDate(this.now());
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is told to move. */
export class SimulatedClock extends Clock {
  private current: Date;

  constructor(start: Date | string) {
    super();
    this.current = new Date(start);
  }

  override now(): Date {
    return new Date(this.current);
  }

  /** @throws Error when it would run backwards */
  moveTo(moment: Date | string): void {
    const next = new Date(moment);
    if (!(next >= this.current)) throw new Error('A simulated clock only moves forwards');
    this.current = next;
  }
}

const KOREAN_OFFSET_MS = 9 * 3600 * 1000; // Korea has had no daylight saving since 1988.

/** The Korean civil date of a moment, `YYYY-MM-DD`. */
export const koreanDate = (moment: Date): string => new Date(moment.getTime() + KOREAN_OFFSET_MS).toISOString().slice(0, 10);

/** The hour and minute in Korea, `18:00`. */
export const koreanTime = (moment: Date): string => new Date(moment.getTime() + KOREAN_OFFSET_MS).toISOString().slice(11, 16);
