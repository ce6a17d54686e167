import { idAt, idCount, type IdTable } from '../ids/id-table.js';
import { HIGHEST_CAPACITY, HIGHEST_SCORE } from '../instance/assembly.js';
import type { Instance } from '../instance/instance.js';
import type { Refusal } from '../mechanisms/mechanism.js';

/** One thing that could be otherwise. Employees and seats by id; `by` is added and may be negative. */
export type Change =
  | { readonly kind: 'places'; readonly seat: string; readonly by: number }
  /** The employee's score beside that wish. */
  | { readonly kind: 'score'; readonly employee: string; readonly seat: string; readonly by: number }
  /** The rule that closes that wish to the employee is waived. */
  | { readonly kind: 'waiver'; readonly employee: string; readonly seat: string };

/** The change cannot be made to this instance. */
export class ChangeRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.en);
    this.name = 'ChangeRefused';
  }
}

const REFUSALS = {
  UNKNOWN_SEAT: { ko: '이번 배치에 없는 자리입니다.', en: 'There is no such seat in this round.' },
  UNKNOWN_EMPLOYEE: { ko: '이번 배치에 없는 직원입니다.', en: 'There is no such employee in this round.' },
  NO_SUCH_WISH: { ko: '그 직원이 희망하지 않은 자리입니다.', en: 'The employee did not wish for that seat.' },
  NO_SCORES: { ko: '이 배치는 점수로 정하지 않습니다.', en: 'This round is not decided by scores.' },
  NOT_CLOSED: { ko: '그 희망은 이미 배치 대상입니다.', en: 'That wish is open already.' },
  NOT_ON_LIST: { ko: '우선순위 명단에 없는 직원의 희망은 규정 예외로 열 수 없습니다.', en: 'A waiver opens no seat whose printed list does not name the employee.' },
  SCORE_RANGE: { ko: '점수는 0 이상 65535 이하의 정수여야 합니다.', en: 'The score would have to be an integer from 0 to 65535.' },
  CAPACITY_RANGE: { ko: '자리 수는 0 이상의 정수여야 합니다.', en: 'The number of places would have to be an integer of 0 or more.' },
  BELOW_HOLDERS: { ko: '자리 수가 현재 자리를 유지할 수 있는 인원보다 적어집니다.', en: 'There would be fewer places than people who may stay.' },
} as const;

function refuse(code: keyof typeof REFUSALS): never {
  throw new ChangeRefused({ code, ...REFUSALS[code] });
}

/** The instance as it would be; the given one is left as it is. Throws ChangeRefused. */
export function applyChanges(instance: Instance, changes: readonly Change[]): Instance {
  const changed = {
    ...instance, capacity: instance.capacity.slice(), wishScore: instance.wishScore.slice(), currentStanding: instance.currentStanding.slice(),
    wishReason: instance.wishReason?.slice() ?? null,
  };
  for (const change of changes) {
    if (change.kind === 'places') changePlaces(changed, find(changed.seats, change.seat) ?? refuse('UNKNOWN_SEAT'), change.by);
    else {
      const person = find(changed.employees, change.employee) ?? refuse('UNKNOWN_EMPLOYEE');
      const wish = wishFor(changed, person, find(changed.seats, change.seat) ?? refuse('UNKNOWN_SEAT'));
      if (change.kind === 'score') changeScore(changed, person, wish, change.by);
      else waive(changed, wish);
    }
  }
  return changed;
}

function changePlaces({ capacity, current }: Instance, seat: number, by: number): void {
  const places = capacity[seat]! + by;
  if (!Number.isInteger(places) || places < 0 || places > HIGHEST_CAPACITY) refuse('CAPACITY_RANGE');
  if (current.reduce((holders, held) => holders + Number(held === seat), 0) > places) refuse('BELOW_HOLDERS');
  capacity[seat] = places;
}

function changeScore({ basis, wishScore, wishSeat, current, currentStanding }: Instance, person: number, wish: number, by: number): void {
  if (basis !== 'scores') refuse('NO_SCORES');
  const score = wishScore[wish]! + by;
  if (!Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE) refuse('SCORE_RANGE');
  wishScore[wish] = score;
  // The own seat has one score, whether it is listed or not.
  if (wishSeat[wish] === current[person]) currentStanding[person] = score;
}

function waive({ wishReason, wishRank, basis }: Instance, wish: number): void {
  if (wishReason === null || wishReason[wish] === 0) refuse('NOT_CLOSED');
  if (basis === 'priority' && wishRank[wish]! < 0) refuse('NOT_ON_LIST');
  wishReason[wish] = 0;
}

function wishFor({ wishStart, wishSeat }: Instance, person: number, seat: number): number {
  for (let k = wishStart[person]!; k < wishStart[person + 1]!; k++) if (wishSeat[k] === seat) return k;
  return refuse('NO_SUCH_WISH');
}

function find(table: IdTable, id: string): number | null {
  for (let at = 0; at < idCount(table); at++) if (idAt(table, at) === id) return at;
  return null;
}
