import { record } from '../../criteria/shape.js';
import { wishRule } from '../rule.js';

/** Keeping the present post is no wish: who may stay keeps it anyway, who must leave cannot have it. */
export const ownPost = wishRule({
  code: 'OWN_POST',
  shape: record({}),
  standard: {},
  apply: () => ({ person, seat }) => (seat !== null && seat.code === person.postCode ? { effect: 'BLOCKS', params: {} } : null),
});
