import { headcountOf } from './headcount.js';

describe('headcount', () => {
  it.each([
    [3, 3, 0, 3, 0, 0],
    [3, 1, 0, 1, 2, 0],
    [1, 3, 0, 3, 0, 2],
    [2, 2, 1, 1, 1, 0],
    [0, 0, 0, 0, 0, 0],
  ])('of %i authorised with %i holders, %i supernumerary', (authorized, holders, supernumerary, currentHeadcount, vacancy, surplus) => {
    expect(headcountOf(authorized, holders, supernumerary)).toEqual({ currentHeadcount, supernumerary, vacancy, surplus });
  });
});
