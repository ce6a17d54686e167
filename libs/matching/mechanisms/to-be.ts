import type { Instance } from '../instance/instance.js';
import { agreesWithOneOrder, everyoneHasOneScore } from './common-order.js';
import { Leavers } from './leavers.js';
import { heartbeat, MechanismRefused, type Draw, type Mechanism, type Outcome, type Refusal } from './mechanism.js';
import { Standings } from './standings.js';

/**
 * Teacher-optimal block exchange (Combe, Tercieux & Terrier 2022): holders exchange seats so that every mover gets a better
 * seat and every seat somebody better than the one who leaves. People without a seat and free places take no part.
 */
export const toBe: Mechanism = {
  code: 'to-be',
  incumbentsFirst: false,
  rightToStay: true,
  decidesBy: 'exchange',
  strategyProof: 'always',
  guarantees: ['feasible', 'individuallyRational', 'twoSidedRational', 'twoSidedMaximal'],
  run: (instance, draw) => {
    if (everyoneHasOneScore(instance)) throw new MechanismRefused(ONE_ORDER);
    const outcome = blockExchange(instance, draw);
    // In one common order no circle of newcomers before leavers closes, so whoever moved proves that there is none.
    const nobodyMoved = outcome.assignment.every((seat, person) => seat === instance.current[person]);
    if (nobodyMoved && agreesWithOneOrder(instance, draw.lottery)) throw new MechanismRefused(ONE_ORDER);
    return outcome;
  },
};

const ONE_ORDER: Refusal = {
  code: 'ONE_COMMON_ORDER',
  ko: '모든 자리의 우선순위가 하나의 순서와 일치하여 블록 교환(to-be)으로는 아무도 옮길 수 없습니다. 교환이 이루어지려면 자리마다 다른 점수나 우선순위가 필요합니다.',
  en: 'to-be would move nobody: one common order of people agrees with the list of every seat, and in an exchange each newcomer must stand before the one who leaves. It needs points that differ from seat to seat.',
};

/**
 * A seat points at its lowest-ranked remaining incumbent, a person at the best seat where they stand before that one, or at
 * the own seat, which ends their part. (Pointing at the highest-ranked incumbent loses two-sided maximality.) What a
 * person may enter only shrinks, so the order in which cycles are cleared changes nothing.
 */
function blockExchange(instance: Instance, { lottery, watch, trace }: Draw): Outcome {
  const { current, wishStart, wishSeat, wishReason } = instance;
  const people = current.length;
  const standings = new Standings(instance, lottery);
  const gone = new Uint8Array(people);
  const leavers = new Leavers(instance, standings, gone);
  const next = wishStart.slice(0, people);
  const assignment = current.slice();
  const path = new Int32Array(people);
  const pointsAt = new Int32Array(people);
  const onPath = new Uint8Array(people);

  /** The best seat of the person's list that they may enter; the own seat when there is none. */
  function bestSeat(person: number): number {
    const own = current[person]!;
    const end = wishStart[person + 1]!;
    for (let k = next[person]!; k < end; k++) {
      const seat = wishSeat[k]!;
      if (wishReason !== null && wishReason[k] !== 0) continue;
      if (seat === own || standings.atWish(person, k) < leavers.bar[seat]!) { next[person] = k; return seat; }
    }
    next[person] = end;
    return own;
  }
  function leave(person: number): void {
    gone[person] = 1;
    leavers.refresh(current[person]!);
  }

  let steps = 0;
  for (let first = 0; first < people; first++) {
    if ((first & 0xfff) === 0) heartbeat(watch, first, people);
    if (gone[first] === 1 || current[first]! < 0) continue;
    let length = 0;
    path[length++] = first;
    onPath[first] = 1;
    while (length > 0) {
      steps++;
      const person = path[length - 1]!;
      const seat = bestSeat(person);
      if (seat === current[person]) {
        leave(person);
        length--;
        continue;
      }
      pointsAt[person] = seat;
      const leaver = standings.personOf(leavers.bar[seat]!);
      if (onPath[leaver] === 0) {
        path[length++] = leaver;
        onPath[leaver] = 1;
        continue;
      }
      for (let member = -1, behind = leaver; member !== leaver; behind = member) {
        member = path[--length]!;
        if (trace !== undefined) trace.follows[member] = behind;
        assignment[member] = pointsAt[member]!;
        leave(member);
      }
    }
  }
  heartbeat(watch, people, people);
  return { assignment, steps };
}
