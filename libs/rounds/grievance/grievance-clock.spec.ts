import { grievanceClocks } from '../rules/setting/grievance-clocks.js';
import { dueOn, morningOf, rehearingUntil } from './grievance-clock.js';

const clocks = grievanceClocks.of(grievanceClocks.standard);

describe('the clocks of a grievance', () => {
  it('give thirty days for a review, the day of receipt not counted', () => {
    expect(dueOn('REVIEW', '2027-01-29', clocks)).toBe('2027-02-28');
    expect(dueOn('REHEARING', '2027-02-01', clocks)).toBe('2027-03-03');
  });

  it('give a consultation its own time', () => {
    expect(dueOn('CONSULTATION', '2027-01-29', clocks)).toBe('2027-02-12');
  });

  it('let the time for a rehearing end on a working day of the week', () => {
    expect(rehearingUntil('2027-02-01', clocks)).toBe('2027-03-03'); // Wednesday
    expect(rehearingUntil('2027-02-04', clocks)).toBe('2027-03-08'); // Saturday 6 March → Monday
    expect(rehearingUntil('2027-02-05', clocks)).toBe('2027-03-08'); // Sunday 7 March → Monday
  });

  it('remind in the Korean morning', () => {
    expect(morningOf('2027-03-01').toISOString()).toBe('2027-03-01T00:00:00.000Z');
  });
});
