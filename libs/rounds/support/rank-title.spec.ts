import { rankTitle } from './rank-title.js';

test.each([
  [4, '행정', '지방서기관'], [5, '행정', '지방행정사무관'], [6, '세무', '지방세무주사'], [7, '사회복지', '지방사회복지주사보'],
  [8, '시설', '지방시설서기'], [9, '간호', '지방간호서기보'], [0, '청원경찰', '청원경찰'],
])('grade %i of %s is %s', (grade, series, title) => {
  expect(rankTitle(grade, series)).toBe(title);
});
