import { readFileSync } from 'node:fs';
import { COLUMNS_OF } from '../import/plans/columns.js';
import type { ImportKind } from '../import/import-kind.js';

const HEADINGS: Readonly<Record<ImportKind, string>> = { UNITS: 'units', POSITIONS: 'positions', EMPLOYEES: 'employees' };

/** The table rows of one kind in docs/import-files.md: Korean header, identifier, whether it is required. */
const documented = (kind: ImportKind): string[] => {
  const [, section = ''] = readFileSync('docs/import-files.md', 'utf8').split(new RegExp(`^## .*\\(\`${HEADINGS[kind]}\`\\)$`, 'm'));
  const [table = ''] = section.split(/^## /m);
  return [...table.matchAll(/^\| (\S+) \| `(\w+)` \| (필수 required)?/gm)].map(([, ko, key, required]) => `${ko} ${key}${required ? ' *' : ''}`);
};

describe('docs/import-files.md', () => {
  it.each(['UNITS', 'POSITIONS', 'EMPLOYEES'] as const)('lists every column of %s, in order, and which are required', (kind) => {
    expect(documented(kind)).toEqual(Object.entries(COLUMNS_OF[kind]).map(([key, { ko, required }]) => `${ko} ${key}${required ? ' *' : ''}`));
  });
});
