import { addMonths, fullMonths, regularOrderDays, toWorkday } from './dates.js';
import { fill, josa } from './josa.js';
import { stream } from './random.js';
import { division, parseDuty, team } from './units/spec.js';

describe('dates', () => {
  it('adds months up to the last day of a short month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
  });

  it('counts full months through the last day', () => {
    expect(fullMonths('2025-01-01', '2026-12-31')).toBe(24);
    expect(fullMonths('2025-01-02', '2026-12-31')).toBe(23);
  });

  it('knows the regular transfers before a day', () => {
    expect(regularOrderDays('2026-11-20', 3)).toEqual(['2026-07-13', '2026-01-12', '2025-07-14']);
    expect(regularOrderDays('2026-07-13', 1)).toEqual(['2026-01-12']);
  });

  it('moves a weekend to Monday', () => {
    expect(toWorkday('2026-11-21')).toBe('2026-11-23');
    expect(toWorkday('2026-11-20')).toBe('2026-11-20');
  });
});

describe('particles', () => {
  it.each([
    ['예산팀', '을/를', '예산팀을'], ['기획예산과', '을/를', '기획예산과를'], ['서울', '으로/로', '서울로'], ['양재1동', '으로/로', '양재1동으로'],
    ['의전(행사)', '이/가', '의전(행사)가'], ['체납징수 1', '과/와', '체납징수 1과'],
  ] as const)('%s %s', (text, kind, expected) => {
    expect(josa(text, kind)).toBe(expected);
  });

  it('fills slots and refuses an unknown one', () => {
    expect(fill('{duty:을/를} {months}개월', { duty: '예산 편성', months: '26' })).toBe('예산 편성을 26개월');
    expect(() => fill('{who}', {})).toThrow(RangeError);
  });
});

describe('random streams', () => {
  it('repeats with the same seed and purpose, and differs otherwise', () => {
    const draw = (seed: number, purpose: string): number[] => {
      const random = stream(seed, purpose);
      return Array.from({ length: 8 }, () => random.between(1, 1000));
    };
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
  });

  it('never draws what has no weight', () => {
    const random = stream(5, 'weights');
    const drawn = new Set(Array.from({ length: 500 }, () => random.weightedIndex([0, 2, 0, 1, 0])));
    expect([...drawn].sort()).toEqual([1, 3]);
    expect(() => random.weightedIndex([0, 0])).toThrow(RangeError);
  });
});

describe('lines of the unit catalogue', () => {
  it('reads a duty with its flags', () => {
    expect(parseDuty('지적 재조사|Cadastral resurvey|H S36 P J=시설+행정 L=지적기사')).toEqual({
      duty: '지적 재조사', dutyEn: 'Cadastral resurvey', heavyWorkload: true, specialistTenureMonths: 36, isProtected: true,
      grade: null, jobSeries: ['시설', '행정'], requiredLicences: ['지적기사'],
    });
    expect(parseDuty('구조 안전|Structural safety|X')).toMatchObject({ grade: 0, jobSeries: ['전문경력관'] });
  });

  it('refuses a line without English, an unknown flag and a heading without a name', () => {
    expect(() => parseDuty('예산 편성')).toThrow(SyntaxError);
    expect(() => parseDuty('예산 편성|Budget|Q9')).toThrow(SyntaxError);
    expect(() => division('예산과|Budget Division', '', [])).toThrow(SyntaxError);
    expect(() => team('예산팀|Budget Team')([])).toThrow(SyntaxError);
  });
});
