import type { Bilingual } from '#contracts';
import { bilingual, hasMessage } from '#platform';

const SAME = (text: string): Bilingual => ({ ko: text, en: text });

/** A name or value of a criterion in words, or as it is when the catalogues have none. */
const inWords = (group: 'criterionField' | 'criterionValue', text: string): Bilingual => {
  const key = [`${group}.${text}`, `mechanism.${text}.title`].find(hasMessage);
  return key === undefined ? SAME(text) : bilingual(key);
};

const join = (parts: readonly Bilingual[], by: string): Bilingual => ({ ko: parts.map(({ ko }) => ko).join(by), en: parts.map(({ en }) => en).join(by) });

/** A criterion's value in one line, e.g. 개월 24 · 적용 필수. Yes and no as signs that need no words. */
export const describeValue = (value: unknown): Bilingual => {
  if (typeof value === 'boolean') return SAME(value ? '○' : '×');
  if (value === null || value === undefined) return SAME('–');
  if (Array.isArray(value)) return value.length === 0 ? SAME('–') : join(value.map(describeValue), value.every((item) => typeof item === 'object') ? ' → ' : ', ');
  if (typeof value !== 'object') return inWords('criterionValue', String(value));
  const fields = Object.entries(value);
  return fields.length === 0 ? SAME('–') : join(fields.map(([name, item]) => join([inWords('criterionField', name), describeValue(item)], ' ')), ' · ');
};
