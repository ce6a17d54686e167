import { josa } from 'es-hangul';
import { MESSAGES, type Bilingual, type Language, type MessageParams } from '#contracts';
import { writtenDate } from './written-date.js';

const PARTICLES = {
  을: '을/를', 를: '을/를', 이: '이/가', 가: '이/가', 은: '은/는', 는: '은/는',
  으로: '으로/로', 로: '으로/로', 와: '와/과', 과: '와/과', 이나: '이나/나', 이라: '이라/라',
} as const;

const DIGIT_READINGS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'] as const;
const ROUND_READINGS: readonly (readonly [RegExp, string])[] = [[/0{8}$/, '억'], [/0{4}$/, '만'], [/000$/, '천'], [/00$/, '백'], [/0$/, '십']];

/** The word as it is read aloud at its end, because a particle follows the sound: 3 is 삼, 40 is 사십. */
const spoken = (word: string): string => {
  const bare = word.replace(/[)\]」』"'’”>]+$/u, '');
  if (!/\d$/.test(bare)) return bare;
  for (const [pattern, reading] of ROUND_READINGS) if (pattern.test(bare) && /[1-9]/.test(bare)) return reading;
  return DIGIT_READINGS[Number(bare.at(-1))] ?? bare;
};

/** `word` followed by the particle that fits its last sound, e.g. ('세무과', '으로') → '세무과로'. */
export const withParticle = (word: string, particle: keyof typeof PARTICLES): string =>
  word + josa.pick(spoken(word) || word, PARTICLES[particle]);

const isParticle = (text: string): text is keyof typeof PARTICLES => text in PARTICLES;

/** `{name}`, `{name:을}`, `{name@group}`, `{name@group:을}`, `{name#one|other}`: see MESSAGES for what each means. */
const PLACE = /\{(\w+)(?:@([\w.]+))?(?:#([^}]+))?(?::([^}]+))?\}/g;

const inLanguage = (language: Language, value: MessageParams[string]): string => (typeof value === 'object' ? value[language] : String(value));

/** A code in words, from the catalogue; of several joined by a comma each one. A code without words stands as it is. */
const named = (language: Language, group: string, codes: string): string =>
  group === 'day' || group === 'time' ? writtenDate(language, codes, group === 'time') : codes.split(', ').map((code) => MESSAGES[language][`${group}.${code}`] ?? code).join(', ');

/** Two alternatives: for 1 and for other numbers; three: for 0 as well. `#` in one stands for the number. */
const counted = (alternatives: string, value: string): string => {
  const texts = alternatives.split('|');
  const forms = texts.length === 2 ? [texts[1], ...texts] : texts;
  return (forms[value === '0' ? 0 : value === '1' ? 1 : 2] ?? '').replaceAll('#', value);
};

const fill = (language: Language, template: string, params: MessageParams): string =>
  template.replace(PLACE, (place, name: string, group: string | undefined, alternatives: string | undefined, particle: string | undefined) => {
    const value = params[name];
    if (value === undefined) return place;
    const plain = inLanguage(language, value);
    const word = alternatives !== undefined ? counted(alternatives, plain) : group !== undefined ? named(language, group, plain) : plain;
    return particle !== undefined && isParticle(particle) ? withParticle(word, particle) : word;
  });

/**
 * The message of `key` in one language with its places filled.
 * @throws Error when the catalogue lacks the key: a missing text is a fault of the program, found by its tests.
 */
export const translate = (language: Language, key: string, params: MessageParams = {}): string => {
  const template = MESSAGES[language][key];
  if (template === undefined) throw new Error(`No ${language} message for the key ${key}`);
  return fill(language, template, params);
};

/** The message of `key` in every language. A parameter may be bilingual itself, or be given through `paramsByLanguage`. */
export const bilingual = (
  key: string,
  params: MessageParams = {},
  paramsByLanguage: Readonly<Partial<Record<Language, MessageParams>>> = {},
): Bilingual => ({
  ko: translate('ko', key, { ...params, ...paramsByLanguage.ko }),
  en: translate('en', key, { ...params, ...paramsByLanguage.en }),
});

/** Whether the catalogues hold the key. */
export const hasMessage = (key: string): boolean => MESSAGES.ko[key] !== undefined && MESSAGES.en[key] !== undefined;
