import { bitRelation, InvalidChoice, namedOnce, range, type Kind } from './layout.js';

/** One bit a candidate, freely; approving nobody is how one says "none", so NOTA has no bit. */
export const approval: Kind = {
  kind: 'approval',
  fewest: 1,
  most: 40,
  layout: (options) => ({
    kind: 'approval',
    options,
    bits: options,
    relations: range(options).map((option) => bitRelation(option, `option:${option}`)),
  }),
  encode(options, choice) {
    if (choice.length > 1) throw new InvalidChoice();
    const named = namedOnce(options, choice);
    return range(options).map((option) => (named.includes(option) ? 1 : 0));
  },
};
