import { coarse, kilometres } from './distance.js';

describe('distances', () => {
  it('are whole kilometres as the crow flies', () => {
    const seoul = { latitude: 37.5665, longitude: 126.978 };
    expect(kilometres(seoul, { latitude: 35.1796, longitude: 129.0756 })).toBe(325); // Busan
    expect(kilometres(seoul, seoul)).toBe(0);
    expect(kilometres(seoul, { latitude: 37.5765, longitude: 126.978 })).toBe(1);
  });

  it('start from a home known to a hundredth of a degree', () => {
    expect(coarse({ latitude: 37.56651, longitude: 126.97849 })).toEqual({ latitude: 37.57, longitude: 126.98 });
  });
});
