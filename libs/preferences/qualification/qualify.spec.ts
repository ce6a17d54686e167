import { hasMessage } from '#platform';
import type { Candidate, QualifyingPost } from './qualification-rule.js';
import { explainHindrance, qualify, QUALIFICATION_RULES } from './qualify.js';

const person: Candidate = { grade: 7, jobSeries: '사회복지', licences: ['사회복지사1급'], currentPositionId: 'own' };
const post: QualifyingPost = {
  id: 'post', highestGrade: 6, lowestGrade: 7, jobSeries: ['행정', '사회복지'], requiredLicences: ['사회복지사1급'],
  protectionReason: null, protectedUntil: null, validFrom: '2020-01-01', validTo: null,
};
const found = (over: Partial<QualifyingPost>, by: Partial<Candidate> = {}, on = '2026-11-20'): string[] =>
  qualify({ ...person, ...by }, { ...post, ...over }, on).map(({ code }) => code);

describe('qualify', () => {
  it('finds no hindrance where grade, series, licence and dates fit', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<QualifyingPost>, Partial<Candidate>, string[]]>([
    ['grade above the band', { highestGrade: 7, lowestGrade: 8 }, { grade: 6 }, ['GRADE_BAND']],
    ['grade below the band', { highestGrade: 5, lowestGrade: 6 }, {}, ['GRADE_BAND']],
    ['a person outside the grades', {}, { grade: 0 }, ['OUTSIDE_GRADES']],
    ['a post outside the grades', { highestGrade: 0, lowestGrade: 0 }, {}, ['OUTSIDE_GRADES']],
    ['both outside the grades', { highestGrade: 0, lowestGrade: 0 }, { grade: 0 }, []],
    ['another series', { jobSeries: ['시설'] }, {}, ['JOB_SERIES']],
    ['a post open to every series', { jobSeries: [] }, { jobSeries: '녹지' }, []],
    ['a missing licence', { requiredLicences: ['간호사', '사회복지사1급'] }, {}, ['LICENCE']],
    ['the post one holds', { id: 'own' }, {}, ['OWN_POST']],
    ['a protected post', { protectionReason: '감사 진행', protectedUntil: '2026-11-21' }, {}, ['PROTECTED_POST']],
    ['the first day after a protection', { protectionReason: '감사 진행', protectedUntil: '2026-11-20' }, {}, []],
    ['the first day without the post', { validTo: '2026-11-20' }, {}, ['POST_CLOSED']],
    ['the last day of the post', { validTo: '2026-11-21' }, {}, []],
    ['a post of tomorrow', { validFrom: '2026-11-21' }, {}, ['POST_NOT_YET_OPEN']],
    ['everything at once', { highestGrade: 4, lowestGrade: 5, jobSeries: ['시설'], requiredLicences: ['간호사'], validTo: '2026-01-01' }, {},
      ['POST_CLOSED', 'GRADE_BAND', 'JOB_SERIES', 'LICENCE']],
  ])('%s', (_, over, by, expected) => {
    expect(found(over, by)).toEqual(expected);
  });

  it('explains each rule in both languages', () => {
    for (const { code } of QUALIFICATION_RULES) expect([code, hasMessage(`qualification.${code}.title`), hasMessage(`qualification.${code}.reason`)]).toEqual([code, true, true]);
    const [hindrance] = qualify(person, { ...post, highestGrade: 5, lowestGrade: 6 }, '2026-11-20');
    expect(hindrance && explainHindrance(hindrance).reason).toEqual({
      ko: '5–6급 직위이며, 귀하는 7급입니다.', en: 'This post is for grade 5–6; yours is grade 7.',
    });
  });

  it('fills every place of every explanation', () => {
    const worst = qualify(
      { ...person, currentPositionId: 'post' },
      { ...post, highestGrade: 4, lowestGrade: 5, jobSeries: ['시설'], requiredLicences: ['간호사'], protectionReason: '감사', protectedUntil: '2027-01-01', validFrom: '2026-12-01', validTo: '2026-01-01' },
      '2026-11-20',
    );
    const outside = qualify({ ...person, grade: 0 }, post, '2026-11-20');
    expect(new Set([...worst, ...outside].map(({ code }) => code)).size).toBe(QUALIFICATION_RULES.length);
    for (const hindrance of [...worst, ...outside]) expect(JSON.stringify(explainHindrance(hindrance))).not.toMatch(/\{\w+[}:]/);
  });
});
