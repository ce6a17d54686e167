import { faultMessage } from './fault-message.js';
import { readPlainBallots } from './read-plain.js';
import { profileOf, plain } from '../testing/plain.js';

const faultsOf = (input: unknown): string[] => {
  const built = readPlainBallots(input);
  return built.ok ? [] : built.faults.map(({ table, row, field, code }) => `${table} ${row} ${field} ${code}`);
};

describe('plain ballots', () => {
  it('merges equal ballots, however the members of a group stand', () => {
    const { counts, start, items, total } = profileOf(plain(['A', 'B', 'C', 'D'], ['2 B D=C=A', '3 A', '1 B A=D=C', '4 B C=A=D', '1 A=B']));
    expect([...counts]).toEqual([7, 3, 1]);
    expect([...start]).toEqual([0, 4, 5, 7]);
    expect([...items]).toEqual([2, 0, 5, 7, 0, 0, 3]);
    expect(total).toBe(11);
  });

  it('keeps apart a thousand different ballots, and finds each again', () => {
    const candidates = Array.from({ length: 7 }, (_, at) => `c${at}`);
    const orders = candidates.flatMap((a) => candidates.flatMap((b) => candidates.flatMap((c) => candidates.map((d) => [...new Set([a, b, c, d])])))).filter((order) => order.length > 2);
    const different = new Set(orders.map((order) => order.join()));
    const profile = profileOf({ candidates, ballots: [...orders, ...orders].map((order) => ({ count: 1, ranking: order.map((name) => [name]) })) });
    expect(profile.counts.length).toBe(different.size);
    expect(profile.counts.reduce((sum, count) => sum + count, 0)).toBe(orders.length * 2);
  });

  it('takes a missing count as one, and leaves unknown members alone', () => {
    const built = readPlainBallots({ candidates: ['A'], note: 1, ballots: [{ ranking: [['A'], []], id: 4 }] });
    expect(built).toMatchObject({ ok: true, profile: { total: 1, unranked: 'tied-last' } });
  });

  it('names every fault at once', () => {
    expect(faultsOf({
      candidates: ['A', '', 'A', 4, 'B'], unranked: 'last',
      ballots: [{ ranking: [['A'], ['Z', 'A']] }, 7, { ranking: 'A' }, { ranking: ['A', [5]], count: 0 }, { count: 1.5, ranking: [] }, { count: '3', ranking: [] }, { count: null, ranking: [] }],
    })).toEqual([
      'candidates 2  NAME_MISSING', 'candidates 3  DUPLICATE_CANDIDATE', 'candidates 4  WRONG_TYPE', 'file 0 unranked UNKNOWN_UNRANKED',
      'ballots 1 ranking[2][1] UNKNOWN_CANDIDATE', 'ballots 1 ranking[2][2] REPEATED_CANDIDATE', 'ballots 2  NOT_AN_OBJECT', 'ballots 3 ranking WRONG_TYPE',
      'ballots 4 ranking[1] WRONG_TYPE', 'ballots 4 ranking[2][1] WRONG_TYPE', 'ballots 4 count BAD_COUNT', 'ballots 5 count BAD_COUNT', 'ballots 6 count BAD_COUNT', 'ballots 7 count BAD_COUNT',
    ]);
    expect(faultsOf([])).toEqual(['file 0  NOT_AN_OBJECT']);
    expect(faultsOf({})).toEqual(['candidates 0  WRONG_TYPE', 'ballots 0  WRONG_TYPE']);
    expect(faultsOf({ candidates: [], ballots: [] })).toEqual(['candidates 0  NO_CANDIDATES']);
    expect(faultsOf({ candidates: Array.from({ length: 1002 }, (_, at) => `c${at}`), ballots: [] })).toEqual(['candidates 0  TOO_MANY_CANDIDATES']);
    expect(faultsOf({ candidates: ['A'], ballots: [{ count: 2e12, ranking: [] }] })).toEqual(['ballots 0 count TOO_MANY_BALLOTS']);
  });

  it('puts a fault into words in both languages, without what the ballot says', () => {
    const built = readPlainBallots({ candidates: ['A'], ballots: [{ ranking: [['비밀']] }] });
    if (built.ok) throw new Error('it has a fault');
    expect((['en', 'ko'] as const).map((lang) => faultMessage(built.faults[0]!, lang))).toEqual([
      'ballots row 1 ranking[1][1]: is not among the candidates.', '표 1행 ranking[1][1]: 후보자 명단에 없습니다.',
    ]);
  });
});
