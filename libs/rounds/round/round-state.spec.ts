import { needsReason, ROUND_LIFECYCLE, ROUND_STATES, WAY_BACK, type RoundState } from './round-state.js';

const FORWARD: readonly RoundState[] = ['DRAFT', 'NOTICED', 'OPEN', 'CLOSED', 'MATCHED', 'REVIEWED', 'APPROVED', 'ORDERED', 'ARCHIVED'];

/** The table of the product description, written out a second time. */
const allowed = new Set([
  ...FORWARD.slice(1).map((to, index) => `${FORWARD[index]}>${to}`),
  'NOTICED>DRAFT', 'CLOSED>OPEN', 'MATCHED>CLOSED', 'REVIEWED>MATCHED', 'APPROVED>REVIEWED',
  ...['DRAFT', 'NOTICED', 'OPEN', 'CLOSED', 'MATCHED', 'REVIEWED', 'APPROVED'].map((from) => `${from}>CANCELLED`),
]);

describe('the states of a round', () => {
  it.each(ROUND_STATES.flatMap((from) => ROUND_STATES.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    if (allowed.has(`${from}>${to}`)) expect(() => ROUND_LIFECYCLE.requireTransition(from, to)).not.toThrow();
    else expect(() => ROUND_LIFECYCLE.requireTransition(from, to)).toThrow('IMPOSSIBLE_TRANSITION');
  });

  it('asks for a reason on every way back and for a cancellation, and on no way forward', () => {
    for (const transition of allowed) {
      const [from, to] = transition.split('>') as [RoundState, RoundState];
      expect([transition, needsReason(from, to)]).toEqual([transition, to === 'CANCELLED' || FORWARD.indexOf(to) < FORWARD.indexOf(from)]);
    }
  });

  it('has ways back that the table allows', () => {
    for (const [from, to] of Object.entries(WAY_BACK)) expect(ROUND_LIFECYCLE.allows(from as RoundState, to)).toBe(true);
  });
});
