import { MESSAGES } from '#contracts';
import { bilingual, translate, withParticle } from './translate.js';

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

  it('say codes in words, whatever their number', () => {
    expect(bilingual('error.ROUND_WRONG_STATE', { state: 'APPROVED' })).toEqual({
      ko: '현재 단계(승인)에서는 처리할 수 없습니다.', en: 'This cannot be done at the present stage of the round (Approved).',
    });
    expect(bilingual('rule.FIT_SERIES.text', { required: '행정, 사회복지', own: '없는 직렬' })).toEqual({
      ko: '이 자리는 행정, 사회복지 직렬이 맡을 수 있으며 현재 직렬은 없는 직렬입니다.',
      en: 'This post is for the job series General administration, Social welfare; yours is 없는 직렬.',
    });
  });

  it('write dates and moments as letters do', () => {
    expect(bilingual('error.ROUND_NOT_YET_OPENING', { at: '2027-01-03T15:30:00.000Z' })).toEqual({
      ko: '신청 시작 일시(2027. 1. 4. 00:30) 전에는 신청을 열 수 없습니다.', en: 'Filing cannot be opened before its opening time (4 January 2027, 00:30).',
    });
    expect(bilingual('error.ORDER_TOO_LATE', { date: '2027-01-04' }).ko).toBe('시행일(2027. 1. 4.)이 지나 발령할 수 없습니다.');
    expect(translate('en', 'error.ORDER_TOO_LATE', { date: 'soon' })).toContain('(soon)');
  });

  it('choose by number and take names in both languages', () => {
    const understaffed = (filled: number) => bilingual('rule.HEAVY_WORKLOAD_FLOOR.text', { post: { ko: '재무과 경리', en: 'Accounts, Finance' }, filled, floor: 4 });
    expect(understaffed(0)).toEqual({
      ko: '격무 자리인 재무과 경리에 근무자가 없어 최소 4명에 미치지 못합니다.', en: 'The heavy-workload post Accounts, Finance would have nobody; at least 4 are needed.',
    });
    expect(understaffed(1)).toMatchObject({ ko: expect.stringContaining('근무자가 1명뿐이어서') as string, en: expect.stringContaining('would have 1 person;') as string });
    expect(understaffed(3).en).toContain('would have 3 people;');
  });
});
