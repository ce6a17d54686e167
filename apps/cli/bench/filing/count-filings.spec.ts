import { compareFilings, type Promised, type Stored } from './count-filings.js';

const wish = (positionId: string) => ({ positionId, reasonCode: 'COMMUTE' as const, reasonText: '가깝습니다.' });
const promised: Promised = { employeeId: 'kim', version: 3, wishes: [wish('a'), wish('b')] };
const stored: Stored = { employeeId: 'kim', version: 3, wishes: [wish('a'), wish('b')], audited: [1, 2, 3] };

describe('counting filings', () => {
  it.each<[string, Partial<Stored>, number, number]>([
    ['everything there', {}, 0, 0],
    ['the last filing rolled back', { version: 2, audited: [1, 2], wishes: [wish('c')] }, 4, 1],
    ['an audit row missing', { audited: [1, 3] }, 1, 0],
    ['a filing written twice', { audited: [1, 2, 2, 3] }, 0, 1],
    ['a filing nobody acknowledged', { version: 4, audited: [1, 2, 3, 4] }, 0, 2],
    ['an old edition left behind', { wishes: [wish('c'), wish('a'), wish('b')] }, 2, 3],
    ['wishes in another order', { wishes: [wish('b'), wish('a')] }, 2, 2],
  ])('%s', (_, change, lost, doubled) => {
    expect(compareFilings([promised], [{ ...stored, ...change }])).toEqual({ lost, doubled });
  });

  it('misses a list that is not there at all', () => {
    expect(compareFilings([promised], [])).toEqual({ lost: 8, doubled: 0 });
  });

  it('finds nothing wrong with somebody who never filed', () => {
    expect(compareFilings([{ employeeId: 'lee', version: 0, wishes: [] }], [])).toEqual({ lost: 0, doubled: 0 });
  });
});
