import { hasMessage } from '#platform';
import type { ShapeDescription } from '../criteria/shape.js';
import { RULES } from '../rules/registry.js';
import { describeValue } from './describe-value.js';

describe('a criterion in words', () => {
  it('reads in both languages', () => {
    expect(describeValue({ months: 24, mode: 'GATE' })).toEqual({ ko: '개월 24 · 적용 방식: 필수', en: 'months 24 · effect: required' });
    expect(describeValue({ exclude: true, juniorGrades: [8, 9] })).toEqual({ ko: '제외 ○ · 하위 계급 8, 9', en: 'exclude ○ · junior grades 8, 9' });
    expect(describeValue({})).toEqual({ ko: '–', en: '–' });
  });

  const names = (shape: ShapeDescription): readonly string[] => {
    if (shape.type === 'record') return Object.entries(shape.fields).flatMap(([name, field]) => [`criterionField.${name}`, ...names(field)]);
    return 'values' in shape ? shape.values.filter((value) => typeof value === 'string').map((value) => `criterionValue.${value}`) : [];
  };

  it.each(RULES.map((rule) => [rule.code, rule.describe] as const))('%s has words for all of it', (_, shape) => {
    expect(names(shape).filter((key) => !hasMessage(key))).toEqual([]);
  });
});
