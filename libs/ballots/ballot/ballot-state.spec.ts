import { BALLOT_LIFECYCLE, BALLOT_STATES, needsReason, type BallotState } from './ballot-state.js';

/** The table as the protocol states it: rows from, columns to. */
const ALLOWED: readonly string[] = [
  'DRAFT>NOMINATING', 'DRAFT>CANCELLED', 'NOMINATING>PREPARED', 'NOMINATING>CANCELLED', 'PREPARED>OPEN', 'PREPARED>CANCELLED', 'OPEN>CLOSED', 'OPEN>CANCELLED',
  'CLOSED>TALLIED', 'CLOSED>FAILED', 'CLOSED>CANCELLED', 'TALLIED>DECIDED', 'TALLIED>SUPERSEDED', 'FAILED>SUPERSEDED',
];

describe('the states of a ballot', () => {
  it('allow these moves and no others', () => {
    const allowed = BALLOT_STATES.flatMap((from) => BALLOT_STATES.filter((to) => BALLOT_LIFECYCLE.allows(from, to)).map((to) => `${from}>${to}`));
    expect(allowed.sort()).toEqual([...ALLOWED].sort());
  });

  it('end in DECIDED, CANCELLED, SUPERSEDED, and in FAILED until it is replaced', () => {
    expect([...BALLOT_LIFECYCLE.ends].sort()).toEqual(['CANCELLED', 'DECIDED', 'FAILED', 'SUPERSEDED']);
    expect([...BALLOT_LIFECYCLE.states].sort()).toEqual([...BALLOT_STATES].sort());
  });

  it('publish a reason where no result comes', () => {
    expect(BALLOT_STATES.filter((state: BallotState) => needsReason(state))).toEqual(['CANCELLED', 'FAILED']);
  });
});
