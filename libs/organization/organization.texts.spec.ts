import { MESSAGES, ORGANIZATION_ERROR_CODES } from '#contracts';
import { bilingual } from '#platform';

const own = (language: 'ko' | 'en') => Object.keys(MESSAGES[language]).filter((key) => key.startsWith('fault.') || key.startsWith('error.'));

describe('texts of the organisation', () => {
  it('has every error in both languages', () => {
    for (const code of ORGANIZATION_ERROR_CODES) expect([MESSAGES.ko[`error.${code}`], MESSAGES.en[`error.${code}`]]).toEqual([expect.any(String), expect.any(String)]);
    expect(own('ko')).toEqual(own('en'));
  });

  it('chooses particles by sound', () => {
    expect(bilingual('fault.IMPORT_TWICE', { value: 'E1', row: 2 }).ko).toBe('E1이 2행과 겹칩니다.');
    expect(bilingual('fault.UNIT_CYCLE', { value: 'D2' }).ko).toBe('부서 D2가 자기 자신의 상위 부서가 됩니다.');
    expect(bilingual('fault.IMPORT_HEADER_UNKNOWN', { name: '부서이름' }).ko).toBe('부서이름은 알 수 없는 열 이름입니다.');
  });
});
