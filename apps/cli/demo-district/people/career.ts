import { addDays, addMonths, daysBetween, regularOrderDays, toWorkday } from '../dates.js';
import { type AppointmentType } from '../model.js';
import { type Random } from '../random.js';

/**
 * Share of the staff by the regular transfer that brought them to their post, newest first. With a reference date in
 * November: 54 % have served less than 24 months at the year's end, 33 % 24 to 36, 13 % longer.
 */
const POSTED_AT = [0.13, 0.16, 0.13, 0.12, 0.18, 0.15, 0.055, 0.035, 0.017, 0.012, 0.006, 0.005];

/** Years of service by grade, shortest and longest. */
const SERVICE_YEARS: Readonly<Record<number, readonly [number, number]>> = {
  4: [27, 35], 5: [20, 33], 6: [13, 29], 7: [6, 18], 8: [2.5, 9], 9: [0.7, 4], 0: [2, 20],
};

export interface Career {
  readonly hiredOn: string;
  readonly postedOn: string;
}

export class Careers {
  private readonly orderDays: readonly string[];

  constructor(private readonly referenceDate: string, private readonly random: Random) {
    this.orderDays = regularOrderDays(referenceDate, POSTED_AT.length);
  }

  of(grade: number, appointment: AppointmentType): Career {
    if (appointment === 'PROBATION') {
      // 시보 lasts six months below grade 6 (지방공무원법 §28), so everyone on it came in the last five.
      const hiredOn = toWorkday(addDays(addMonths(this.referenceDate, -5), this.random.between(5, 110)));
      return { hiredOn, postedOn: hiredOn };
    }
    if (appointment === 'TERM') {
      // A term contract runs five years at most; its holder keeps the post.
      const hiredOn = toWorkday(addDays(this.referenceDate, -this.random.between(120, 1700)));
      return { hiredOn, postedOn: hiredOn };
    }
    const [shortest, longest] = SERVICE_YEARS[grade] ?? [2, 20];
    const service = shortest + this.random.next() * (longest - shortest);
    const entered = toWorkday(addDays(this.referenceDate, -Math.round(service * 365.25)));
    const posted = this.postedOn();
    return { hiredOn: entered < posted ? entered : posted, postedOn: posted };
  }

  /** Most at a regular transfer, one in eight in between (수시인사). */
  private postedOn(): string {
    const index = this.random.weightedIndex(POSTED_AT);
    const day = this.orderDays[index] ?? this.referenceDate;
    if (!this.random.chance(0.125)) return day;
    const gap = Math.min(150, daysBetween(day, this.orderDays[index - 1] ?? this.referenceDate));
    return toWorkday(addDays(day, this.random.between(7, Math.max(8, gap - 14))));
  }
}
