import { bitRelation, InvalidChoice, namedOnce, range, type Kind } from './layout.js';

/** One bit an option; exactly one is 1. */
export const plurality: Kind = {
  kind: 'plurality',
  fewest: 2,
  most: 40,
  layout: (options) => ({
    kind: 'plurality',
    options,
    bits: options,
    relations: [
      ...range(options).map((option) => bitRelation(option, `option:${option}`)),
      { label: 'sum', terms: range(options).map((bit) => ({ bit, sign: 1 as const })), allowed: [1] },
    ],
  }),
  encode(options, choice) {
    const named = namedOnce(options, choice);
    if (named.length !== 1) throw new InvalidChoice();
    return range(options).map((option) => (option === named[0] ? 1 : 0));
  },
};
