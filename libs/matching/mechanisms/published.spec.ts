import { publishedCases } from '../testing/published.js';
import { place } from '../testing/run.js';
import { mechanismCodes } from './registry.js';

const registered = publishedCases.filter((known) => mechanismCodes().includes(known.mechanism));

describe('published cases', () => {
  it.each(registered.map((known) => [known.mechanism, known.name, known] as const))('%s: %s', (mechanism, _, { input, expected }) => {
    expect(place(input, mechanism)).toEqual(expected);
  });

  it('exist for every registered mechanism', () => {
    expect(mechanismCodes().filter((code) => !registered.some((known) => known.mechanism === code))).toEqual([]);
  });
});
