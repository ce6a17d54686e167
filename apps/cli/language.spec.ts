import { languageOf } from './language.js';

describe('the language of a terminal', () => {
  it.each([
    ['en', { LANG: 'ko_KR.UTF-8' }, 'en'], [undefined, { LANG: 'ko_KR.UTF-8' }, 'ko'], [undefined, { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LANG: 'ko' }, 'ko'], [undefined, {}, 'en'],
  ])('asked for %s in %j is %s', (asked, environment, language) => expect(languageOf(asked, environment)).toBe(language));
});
