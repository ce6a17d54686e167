import { postName } from './post-name.js';

const bureau = { ko: '보건소', en: 'Health Centre' };
const hygiene = { ko: '위생과', en: 'Hygiene Division' };
const team = { ko: '식품팀', en: 'Food Team' };

test.each([
  ['a duty of its own', [hygiene, team], { ko: '인허가', en: 'Licensing' }, '위생과 식품팀 인허가', 'Licensing, Food Team, Hygiene Division'],
  ['a duty that names its unit first', [bureau, hygiene], { ko: '위생과 총괄', en: 'Head of the Hygiene Division' }, '보건소 위생과 총괄', 'Head of the Hygiene Division, Health Centre'],
  ['a duty that names its unit last', [hygiene], { ko: '서무(위생과', en: 'Clerk, Hygiene Division' }, '서무(위생과', 'Clerk, Hygiene Division'],
  ['a duty that names its unit in one language', [hygiene], { ko: '위생과장', en: 'Head' }, '위생과장', 'Head, Hygiene Division'],
  ['a duty that names a unit further up', [hygiene, team], { ko: '위생과 민원', en: 'Counter' }, '위생과 식품팀 위생과 민원', 'Counter, Food Team, Hygiene Division'],
  ['no unit', [], { ko: '구청장 비서', en: 'Secretary' }, '구청장 비서', 'Secretary'],
])('%s', (_, units, duty, ko, en) => {
  expect(postName(units, duty)).toEqual({ ko, en });
});
