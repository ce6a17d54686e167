import { demandBand } from './demand-band.js';

describe('demandBand', () => {
  it.each([[0, 'NONE'], [1, 'LOW'], [2, 'LOW'], [3, 'MEDIUM'], [5, 'MEDIUM'], [6, 'HIGH'], [40, 'HIGH']] as const)('%i → %s', (applicants, band) => {
    expect(demandBand(applicants)).toBe(band);
  });
});
