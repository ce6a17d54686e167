import { MESSAGES } from '#contracts';
import { translate, withParticle } from './translate.js';

describe('withParticle', () => {
  it.each([
    ['세무과', '으로', '세무과로'],
    ['서울', '으로', '서울로'],
    ['행정지원팀', '으로', '행정지원팀으로'],
    ['3', '으로', '3으로'],
    ['2', '을', '2를'],
    ['40', '이', '40이'],
    ['10000', '은', '10000은'],
    ['직원(가상)', '을', '직원(가상)을'],
    ['예산 편성', '을', '예산 편성을'],
  ] as const)('%s + %s = %s', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});

describe('message catalogues', () => {
  it('have equal keys and equal places in both languages', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').sort();
    expect(Object.keys(MESSAGES.en).sort()).toEqual(Object.keys(MESSAGES.ko).sort());
    for (const [key, ko] of Object.entries(MESSAGES.ko)) {
      expect([key, [...new Set(places(ko))]]).toEqual([key, [...new Set(places(MESSAGES.en[key] ?? ''))]]);
    }
  });

  it('fill places and keep unknown ones visible', () => {
    expect(translate('en', 'validation.range', { min: 1, max: 5 })).toBe('This must be between 1 and 5.');
    expect(() => translate('ko', 'no.such.key')).toThrow('no.such.key');
  });
});
