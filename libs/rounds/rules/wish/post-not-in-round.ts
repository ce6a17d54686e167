import { record } from '../../criteria/shape.js';
import { wishRule } from '../rule.js';

/** A post can be wished for all year; the round fills those in its catalogue. */
export const postNotInRound = wishRule({
  code: 'POST_NOT_IN_ROUND',
  shape: record({}),
  standard: {},
  apply: () => (wish) => (wish.seat === null ? { effect: 'BLOCKS', params: {} } : null),
});
