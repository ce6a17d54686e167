/** A criterion's value in one line, e.g. `months 24, mode GATE`. Yes and no as signs that need no translation. */
export const describeValue = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '○' : '×';
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(describeValue).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([name, item]) => `${name} ${describeValue(item)}`).join(' · ');
  return String(value);
};
