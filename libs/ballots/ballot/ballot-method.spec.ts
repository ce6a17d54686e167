import { BALLOT_METHODS, defaultMethod, kindOf, rulesOf, sizeFaults, tieFaults } from './ballot-method.js';

describe('what follows from the method of a ballot', () => {
  it('is a plain vote for two options, a strict Schulze ranking for more', () => {
    expect([1, 2, 4].map(defaultMethod)).toEqual(['plurality', 'schulze', 'schulze']);
    expect(kindOf('schulze', false)).toBe('strict-ranking');
  });

  it('is the rule for NOTA and the strength of victories', () => {
    expect(BALLOT_METHODS.map((method) => [method, rulesOf(method).notaRule, rulesOf(method).strengthRule])).toEqual([
      ['plurality', 'as-option', null], ['approval', 'majority', null], ['borda', 'beat-nota', null], ['copeland', 'beat-nota', null],
      ['schulze', 'beat-nota', 'winning-votes'], ['schulze-margins', 'beat-nota', 'margins'], ['ranked-pairs', 'beat-nota', 'winning-votes'],
    ]);
  });

  it('allows ties only in rankings that can be counted with them', () => {
    expect(BALLOT_METHODS.filter((method) => tieFaults(method, true).length === 0)).toEqual(['copeland', 'schulze', 'schulze-margins', 'ranked-pairs']);
    expect(BALLOT_METHODS.flatMap((method) => tieFaults(method, false))).toEqual([]);
  });

  it('limits how many candidates fit, with NOTA beside them', () => {
    expect(sizeFaults('schulze', true, 5)).toEqual([]);
    expect(sizeFaults('schulze', true, 6)).toEqual([{ path: 'candidates', code: 'BALLOT_CANDIDATES_UNFIT', params: expect.objectContaining({ most: 5, found: 6 }) }]);
    expect(sizeFaults('plurality', false, 0)).toMatchObject([{ code: 'BALLOT_CANDIDATES_UNFIT' }]);
    expect(sizeFaults('plurality', false, 1)).toEqual([]);
  });
});
