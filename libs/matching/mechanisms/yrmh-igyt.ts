import type { Instance } from '../instance/instance.js';
import { groupBy } from '../instance/ranks.js';
import { bestOpenSeat } from './best-open-seat.js';
import { heartbeat, type Draw, type Mechanism, type Outcome } from './mechanism.js';

/**
 * "You request my house, I get your turn" (Abdulkadiroğlu & Sönmez 1999), with places: people take turns in the common
 * order. A requested seat with a place that no unserved incumbent may claim is given at once; otherwise its earliest
 * unserved incumbent in the order is served first. Where the requests close a loop, everybody in it takes the seat
 * requested.
 */
export const yrmhIgyt: Mechanism = {
  code: 'yrmh-igyt',
  incumbentsFirst: true,
  rightToStay: true,
  decidesBy: 'requests',
  strategyProof: 'always',
  guarantees: ['feasible', 'individuallyRational', 'nonWasteful', 'paretoEfficient'],
  run: requestsAndTurns,
};

function requestsAndTurns(instance: Instance, { watch, trace }: Draw): Outcome {
  const { current, capacity, order } = instance;
  const people = current.length;
  const incumbents = incumbentsInOrder(instance);
  const asked = incumbents.start.slice(0, capacity.length);
  const left = capacity.slice();
  const unserved = capacity.map((_, seat) => incumbents.start[seat + 1]! - incumbents.start[seat]!);
  const served = new Uint8Array(people);
  const inLine = new Uint8Array(people);
  const requested = new Int32Array(people);
  const line = new Int32Array(people);
  const assignment = new Int32Array(people).fill(-1);
  let steps = 0;

  function serve(person: number, seat: number): void {
    assignment[person] = seat;
    served[person] = 1;
    if (seat >= 0) left[seat]!--;
    if (current[person]! >= 0) unserved[current[person]!]!--;
  }

  for (let turn = 0; turn < people; turn++) {
    if ((turn & 0xfff) === 0) heartbeat(watch, turn, people);
    if (served[order[turn]!] === 1) continue;
    let length = 0;
    line[length++] = order[turn]!;
    inLine[order[turn]!] = 1;
    while (length > 0) {
      steps++;
      const person = line[length - 1]!;
      const seat = bestOpenSeat(instance, person, left);
      if (seat < 0 || left[seat]! > unserved[seat]!) {
        serve(person, seat);
        length--;
        continue;
      }
      requested[person] = seat;
      while (served[incumbents.item[asked[seat]!]!] === 1) asked[seat]!++;
      const incumbent = incumbents.item[asked[seat]!]!;
      if (inLine[incumbent] === 0) {
        line[length++] = incumbent;
        inLine[incumbent] = 1;
        if (trace !== undefined) trace.asked[incumbent] = 1;
        continue;
      }
      for (let member = -1, behind = incumbent; member !== incumbent; behind = member) {
        member = line[--length]!;
        if (trace !== undefined) trace.follows[member] = behind;
        serve(member, requested[member]!);
      }
    }
  }
  heartbeat(watch, people, people);
  return { assignment, steps };
}

/** Incumbents of each seat, those with the earlier turn first. */
function incumbentsInOrder({ current, capacity, order }: Instance): { start: Int32Array; item: Int32Array } {
  const seatAtTurn = order.map((person) => current[person]!);
  const { start, item } = groupBy(seatAtTurn, capacity.length);
  return { start, item: item.map((turn) => order[turn]!) };
}
