import { plain, profileOf } from '../testing/plain.js';
import { publishedElections } from '../testing/published.js';
import { tally } from '../tally.js';
import { METHOD_CODES } from './method.js';

const groups = (text: string): string[][] => text.split(' ').map((group) => group.split('='));

describe('published elections', () => {
  it.each(publishedElections.map((known) => [known.method, known.name, known] as const))('%s: %s', (method, _, known) => {
    const result = tally(profileOf(known.input), method);
    expect([result.winners]).toEqual(groups(known.winners));
    if (known.order !== undefined) expect(result.order).toEqual(groups(known.order));
    if (known.scores !== undefined) expect(result.scores).toEqual(known.scores);
    if (known.rounds !== undefined) expect(result.rounds).toEqual(known.rounds);
    for (const [a, b, count] of known.pairwise ?? []) expect([a, b, result.pairwise[a]?.[b]]).toEqual([a, b, count]);
  });

  it('exist for every method', () => {
    expect(METHOD_CODES.filter((code) => !publishedElections.some(({ method }) => method === code))).toEqual([]);
  });
});

describe('where a rule cannot decide', () => {
  it('an elimination tied in instant runoff elects nobody and names the group', () => {
    const result = tally(profileOf(plain(['A', 'B', 'C'], ['5 A', '3 B', '3 C'])), 'irv');
    expect(result).toMatchObject({ winners: [], ties: [['B', 'C']], order: [['A'], ['B', 'C']] });
  });

  it('a tie of the last two is a tied elimination too', () => {
    expect(tally(profileOf(plain(['A', 'B', 'C'], ['4 A', '3 B', '1 C B'])), 'irv')).toMatchObject({ winners: [], ties: [['A', 'B']], order: [['A', 'B'], ['C']] });
  });

  it('thirds of a ballot add up to whole votes', () => {
    const thirds = plain(['A', 'B', 'C', 'D'], ['1 A=B=C', '1 A=B=C', '1 A=B=C', '1 D']);
    expect(tally(profileOf(thirds), 'plurality')).toMatchObject({ winners: ['A', 'B', 'C', 'D'], ties: [['A', 'B', 'C', 'D']], scores: { A: 1, D: 1 } });
    expect(tally(profileOf(thirds), 'irv').ties).toEqual([['A', 'B', 'C', 'D']]);
  });

  it('a strict majority is more than half of the continuing ballots, exhausted ones left out', () => {
    const result = tally(profileOf(plain(['A', 'B', 'C'], ['4 A', '3 B', '2 C'])), 'irv');
    expect(result).toMatchObject({ winners: ['A'], order: [['A'], ['B'], ['C']], rounds: [{ A: 4, B: 3, C: 2 }, { A: 4, B: 3 }] });
  });

  it('equal ranked pairs on one circle are all left out, whatever the order of the input', () => {
    const circle = plain(['A', 'B', 'C', 'D'], ['1 A B C D', '1 B C A D', '1 C A B D']);
    expect(tally(profileOf(circle), 'ranked-pairs')).toMatchObject({ winners: ['A', 'B', 'C'], order: [['A', 'B', 'C'], ['D']], ties: [['A', 'B', 'C']] });
  });

  it('no ballots leave everybody tied', () => {
    for (const method of ['plurality', 'approval', 'borda', 'copeland', 'schulze', 'schulze-margins', 'ranked-pairs'] as const) {
      expect(tally(profileOf(plain(['A', 'B'], [])), method)).toMatchObject({ winners: ['A', 'B'], ties: [['A', 'B']] });
    }
    expect(tally(profileOf(plain(['A', 'B'], [])), 'irv')).toMatchObject({ winners: [], ties: [['A', 'B']] });
    expect(tally(profileOf(plain(['A'], [])), 'irv')).toMatchObject({ winners: ['A'], ties: [] });
  });

  it('winning votes and margins can elect different people', () => {
    const input = profileOf(plain(['A', 'B', 'C'], ['3 A', '3 B A C', '5 C B']));
    expect([tally(input, 'schulze').winners, tally(input, 'schulze-margins').winners]).toEqual([['B'], ['C']]);
  });
});
