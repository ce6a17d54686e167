import { buildInstance } from './build.js';
import { faultMessage } from './fault-message.js';
import { built } from '../testing/run.js';
import { randomInput } from '../testing/random-input.js';

function faults(input: unknown): string[] {
  const result = buildInstance(input);
  return result.ok ? [] : result.faults.map((fault) => `${fault.table} ${fault.row} ${fault.field} ${fault.code}`);
}

const seats = [{ id: 'x', capacity: 1, priority: ['a', 'b'] }, { id: 'y', capacity: 1, priority: ['b'] }];
const employees = [{ id: 'a', current: 'x', wishes: ['y'] }, { id: 'b', current: null, wishes: ['x', 'y'] }];

describe('buildInstance', () => {
  it('compiles wishes, lists and present seats into numbers', () => {
    const instance = built({ format: 'jari-instance/1', employees, seats, unknown: 'ignored' });
    expect(instance.basis).toBe('priority');
    expect([...instance.wishSeat]).toEqual([1, 0, 1]);
    // a stands on no list of y: skipped, never dropped.
    expect([...instance.wishRank]).toEqual([-1, 1, 0]);
    expect(instance.reasonCodes[instance.wishReason?.[0] ?? 0]).toBe('NOT_LISTED');
    expect([...instance.current]).toEqual([0, -1]);
    expect([...instance.currentStanding]).toEqual([0, -1]);
    expect([...instance.order]).toEqual([0, 1]);
  });

  it('puts incumbents who are not listed behind the list, in the order of employees', () => {
    const instance = built({
      employees: [{ id: 'a', current: 'x', wishes: [] }, { id: 'b', current: 'x', wishes: ['x'] }, { id: 'c', wishes: ['x'] }],
      seats: [{ id: 'x', capacity: 2, priority: ['c'] }],
    });
    expect([...instance.currentStanding]).toEqual([1, 2, -1]);
    expect([...instance.wishRank]).toEqual([2, 0]);
  });

  it('gives a listed own seat the one score beside the wish, and leaves it open whatever rule the caller names', () => {
    const instance = built({ employees: [{ id: 'a', current: 'x', currentScore: 3, wishes: ['x'], scores: [9], ineligible: ['TENURE'] }], seats: [{ id: 'x', capacity: 1 }] });
    expect([...instance.currentStanding]).toEqual([9]);
    expect(instance.wishReason).toBeNull();
  });

  it('lets somebody who must move come from a seat outside the round', () => {
    const instance = built({ employees: [{ id: 'a', current: 'gone', wishes: ['x'], mustMove: true }], seats: [{ id: 'x', capacity: 1 }] });
    expect([...instance.current]).toEqual([-1]);
    expect(instance.formerOutside.get(0)).toBe('gone');
  });

  it('counts only holders who may stay against the places', () => {
    const two = [{ id: 'a', current: 'x', wishes: [] }, { id: 'b', current: 'x', wishes: [], mustMove: true }];
    expect(faults({ employees: two, seats: [{ id: 'x', capacity: 1 }] })).toEqual([]);
    expect(faults({ employees: two.map((one) => ({ ...one, mustMove: false })), seats: [{ id: 'x', capacity: 1 }] })).toEqual(['seats 1 capacity HOLDERS_ABOVE_CAPACITY']);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', [], ['instance 0  NOT_AN_OBJECT']],
    ['another format', { format: 'jari-instance/2', employees: [], seats: [] }, ['instance 0 format UNKNOWN_FORMAT']],
    ['missing lists', {}, ['seats 0 seats WRONG_TYPE', 'employees 0 employees WRONG_TYPE']],
    ['rows that are none', { employees: [7], seats: [null] }, ['seats 1  NOT_AN_OBJECT', 'employees 1  NOT_AN_OBJECT']],
    ['ids missing, doubled or numbers', { employees: [{ id: '', wishes: [] }, { id: 'a', wishes: [] }, { id: 'a', wishes: [] }, { id: 7, wishes: [] }], seats: [] },
      ['employees 1 id ID_MISSING', 'employees 4 id WRONG_TYPE', 'employees 4 id ID_MISSING', 'employees 3 id DUPLICATE_ID']],
    ['capacities', { employees: [], seats: [{ id: 'x', capacity: -1 }, { id: 'y', capacity: 1.5 }, { id: 'x', capacity: '1' }] },
      ['seats 1 capacity BAD_CAPACITY', 'seats 2 capacity BAD_CAPACITY', 'seats 3 id DUPLICATE_ID', 'seats 3 capacity BAD_CAPACITY']],
    ['unknown and repeated wishes', { employees: [{ id: 'a', current: 'q', wishes: ['x', 'z', 'x', 5] }], seats: [{ id: 'x', capacity: 1 }] },
      ['employees 1 current UNKNOWN_SEAT', 'employees 1 wishes[2] UNKNOWN_SEAT', 'employees 1 wishes[3] DUPLICATE_WISH', 'employees 1 wishes[4] WRONG_TYPE']],
    ['no wish list at all', { employees: [{ id: 'a' }], seats: [] }, ['employees 1 wishes WRONG_TYPE']],
    ['the old seat of somebody who must move', { employees: [{ id: 'a', current: 'x', mustMove: true, wishes: ['x'] }], seats: [{ id: 'x', capacity: 1 }] }, ['employees 1 wishes[1] WISH_FOR_OLD_SEAT']],
    ['wrong types', { employees: [{ id: 'a', current: 3, mustMove: 'yes', wishes: 'x' }], seats: [] }, ['employees 1 current WRONG_TYPE', 'employees 1 mustMove WRONG_TYPE', 'employees 1 wishes WRONG_TYPE']],
    ['scores', { employees: [{ id: 'a', wishes: ['x'], scores: [65_536] }, { id: 'b', wishes: ['x'], scores: [] }, { id: 'c', wishes: ['x'], scores: [-1], currentScore: 1.5 }, { id: 'd', wishes: ['x'] }, { id: 'e', wishes: ['x'], scores: [null] }], seats: [{ id: 'x', capacity: 1 }] },
      ['employees 1 scores[1] SCORE_RANGE', 'employees 2 scores SCORE_COUNT', 'employees 3 currentScore SCORE_RANGE', 'employees 3 scores[1] SCORE_RANGE', 'employees 4 scores SCORE_COUNT', 'employees 5 scores[1] SCORE_RANGE']],
    ['reasons', { employees: [{ id: 'a', wishes: ['x'], ineligible: [] }, { id: 'b', wishes: ['x'], ineligible: [7] }], seats: [{ id: 'x', capacity: 1 }] },
      ['employees 1 ineligible REASON_COUNT', 'employees 2 ineligible[1] WRONG_TYPE']],
    ['lists', { employees, seats: [{ id: 'x', capacity: 1, priority: ['a', 'stranger', 'a'] }, { id: 'y', capacity: 1 }] },
      ['seats 1 priority[2] UNKNOWN_EMPLOYEE', 'seats 1 priority[3] DUPLICATE_PRIORITY', 'seats 2 priority PRIORITY_MISSING']],
    ['lists beside scores', { employees: [{ id: 'a', wishes: ['x'], scores: [1] }], seats: [{ id: 'x', capacity: 1, priority: ['a'] }] }, ['seats 1 priority PRIORITY_AND_SCORES']],
    ['orders', { employees, seats, order: ['a', 'a', 'zz'] }, ['order 2 order[2] DUPLICATE_IN_ORDER', 'order 3 order[3] UNKNOWN_EMPLOYEE', 'order 0 order ORDER_INCOMPLETE']],
  ])('reports every fault of %s', (_, input, expected) => expect(faults(input)).toEqual(expected));

  it('tells each fault in both languages, with row and field, and repeats no wish', () => {
    const result = buildInstance({ employees: [{ id: 'a', wishes: ['비밀자리'] }, { id: 'a', wishes: [] }], seats: [{ id: 'x', capacity: -2 }] });
    if (result.ok) throw new Error('accepted');
    expect(result.faults.map((fault) => faultMessage(fault, 'en'))).toEqual([
      'seats row 1 capacity: must be an integer of 0 or more.',
      'employees row 1 wishes[1]: names a seat that is not in this round.',
      'employees row 2 id: repeats the id "a".',
    ]);
    expect(result.faults.map((fault) => faultMessage(fault, 'ko'))).toEqual([
      '자리 1행 capacity: 자리 수는 0 이상의 정수여야 합니다.',
      '직원 1행 wishes[1]: 이번 배치에 없는 자리입니다.',
      '직원 2행 id: 같은 식별자가 앞에 이미 있습니다: "a"',
    ]);
    expect(JSON.stringify(result.faults)).not.toContain('비밀자리');
  });

  it('keeps a hundred thousand faults and counts the rest', () => {
    const result = buildInstance({ employees: [{ id: 'a', wishes: Array.from({ length: 100_010 }, () => 'nowhere') }], seats: [] });
    if (result.ok) throw new Error('accepted');
    expect(result.faults).toHaveLength(100_001);
    expect(result.faults.at(-1)).toMatchObject({ code: 'TOO_MANY_FAULTS', params: { more: 10 } });
  });

  it('accepts whatever the random rounds of the other tests hold', () => {
    for (let seed = 0; seed < 50; seed++) built(randomInput({ basis: 'scores', people: 9, seats: 4, mustMove: true, exclusions: true }, seed));
  });
});
