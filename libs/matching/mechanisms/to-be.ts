import type { Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';
import { agreesWithOneOrder, everyoneHasOneScore } from './common-order.js';
import { heartbeat, MechanismRefused, type Draw, type Mechanism, type Outcome, type Refusal } from './mechanism.js';
import { OptionWalk } from './option-walk.js';
import { standingsOf } from './standings.js';

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
  const { current, capacity } = instance;
  const people = current.length;
  const { atOwnSeat, atWish } = standingsOf(instance, lottery, false);
  const incumbents = groupBy(current, capacity.length);
  for (let seat = 0; seat < capacity.length; seat++) {
    incumbents.item.subarray(incumbents.start[seat], incumbents.start[seat + 1]).sort((a, b) => atOwnSeat(a) - atOwnSeat(b));
  }
  const lowest = incumbents.start.slice(1);
  const gone = new Uint8Array(people);
  const assignment = current.slice();
  const walk = new OptionWalk(instance);

  /** The seat's lowest-ranked incumbent still there, or -1. */
  function leaver(seat: number): number {
    while (lowest[seat]! > incumbents.start[seat]! && gone[incumbents.item[lowest[seat]! - 1]!] === 1) lowest[seat]!--;
    return lowest[seat]! > incumbents.start[seat]! ? incumbents.item[lowest[seat]! - 1]! : -1;
  }
  function mayEnter(person: number, seat: number, wish: number): boolean {
    if (seat === current[person]) return true;
    const last = leaver(seat);
    return last >= 0 && atWish(person, wish) < atOwnSeat(last);
  }

  const path = new Int32Array(people);
  const pointsAt = new Int32Array(people);
  const onPath = new Uint8Array(people);
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
      const seat = walk.best(person, mayEnter);
      if (seat === current[person]) {
        gone[person] = 1;
        length--;
        continue;
      }
      pointsAt[person] = seat;
      const next = leaver(seat);
      if (onPath[next] === 0) {
        path[length++] = next;
        onPath[next] = 1;
        continue;
      }
      for (let member = -1, behind = next; member !== next; behind = member) {
        member = path[--length]!;
        if (trace !== undefined) trace.follows[member] = behind;
        assignment[member] = pointsAt[member]!;
        gone[member] = 1;
      }
    }
  }
  heartbeat(watch, people, people);
  return { assignment, steps };
}
