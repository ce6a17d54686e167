import { WISH_LIST_LIFECYCLE } from './wish-list-state.js';
import { wishFaults, type WishFacts } from './wish-faults.js';
import { rankWishes, type WishInput } from './wish-input.js';

const facts: WishFacts = {
  openPosts: new Map([['a', true], ['b', true], ['c', true], ['d', true], ['e', true], ['own', true], ['closed', false]]),
  currentPositionId: 'own',
};
const wish = (positionId: string, rest: Partial<WishInput> = {}): WishInput => ({ positionId, reasonCode: 'EXPERTISE', ...rest });
const codes = (wishes: readonly WishInput[], filing = true): string[] =>
  wishFaults(wishes, facts, filing).map(({ code, path }) => `${path} ${code}`);

describe('wishFaults', () => {
  it('finds nothing wrong with five different open posts with reasons', () => {
    expect(wishFaults(['a', 'b', 'c', 'd', 'e'].map((id) => wish(id)), facts, true)).toEqual([]);
  });

  it('reports every fault of a list at once', () => {
    const wishes = [
      wish('a'), wish('a'), wish('nowhere'), wish('closed'), wish('own', { reasonCode: null }),
      wish('b', { reasonCode: 'OTHER', reasonText: `${'가'.repeat(500)}\u0007` }),
    ];
    expect(codes(wishes)).toEqual([
      'wishes TOO_MANY_WISHES',
      'wishes[1].positionId WISH_REPEATED',
      'wishes[2].positionId POST_UNKNOWN',
      'wishes[3].positionId POST_CLOSED',
      'wishes[4].positionId OWN_POST',
      'wishes[4].reasonCode REASON_MISSING',
      'wishes[5].reasonText validation.controlCharacter',
      'wishes[5].reasonText REASON_TEXT_TOO_LONG',
    ]);
  });

  it('lets a draft lack reasons or be empty, but never a filing', () => {
    expect(codes([wish('a', { reasonCode: null }), wish('b', { reasonCode: 'OTHER' })], false)).toEqual([]);
    expect(codes([], false)).toEqual([]);
    expect(codes([], true)).toEqual(['wishes NO_WISHES']);
    expect(codes([wish('a', { reasonCode: null }), wish('b', { reasonCode: 'OTHER', reasonText: '  ' })])).toEqual([
      'wishes[0].reasonCode REASON_MISSING', 'wishes[1].reasonText REASON_TEXT_MISSING',
    ]);
  });

  it('counts characters as people do and allows line breaks', () => {
    expect(codes([wish('a', { reasonText: '😀'.repeat(500) }), wish('b', { reasonText: '첫 줄\n둘째 줄\t끝' })])).toEqual([]);
    expect(wishFaults([wish('a', { reasonText: '😀'.repeat(501) })], facts, false)).toEqual([
      { code: 'REASON_TEXT_TOO_LONG', path: 'wishes[0].reasonText', params: { max: 500, length: 501 } },
    ]);
  });

  it('never repeats what was written', () => {
    const text = `marker${'x'.repeat(600)}`;
    expect(JSON.stringify(wishFaults([wish('nowhere', { reasonText: text })], facts, true))).not.toMatch(/marker|nowhere/);
  });
});

describe('rankWishes', () => {
  it('takes the place in the list as the choice rank', () => {
    expect(rankWishes([{ positionId: 'b', reasonText: ' ' }, { positionId: 'a', reasonCode: 'HEALTH', reasonText: ' 치료 ' }])).toEqual([
      { choiceRank: 1, positionId: 'b', reasonCode: null, reasonText: null },
      { choiceRank: 2, positionId: 'a', reasonCode: 'HEALTH', reasonText: '치료' },
    ]);
  });
});

describe('the lifecycle of a wish list', () => {
  it('is DRAFT ⇄ FILED → WITHDRAWN → DRAFT and nothing else', () => {
    const allowed = WISH_LIST_LIFECYCLE.states.flatMap((from) =>
      WISH_LIST_LIFECYCLE.states.filter((to) => WISH_LIST_LIFECYCLE.allows(from, to)).map((to) => `${from}→${to}`));
    expect(allowed).toEqual(['DRAFT→FILED', 'FILED→DRAFT', 'FILED→WITHDRAWN', 'WITHDRAWN→DRAFT']);
  });
});
