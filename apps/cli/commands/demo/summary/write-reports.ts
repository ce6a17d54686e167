import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeasonRecord } from '../season/season-record.js';
import type { Summary } from './summary.js';

/** Whole or not at all: a reader never sees half a file. */
const put = (path: string, content: string): void => {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const LABEL = { label: '가상 데이터' } as const;

/**
 * Writes the season's files below `var/demo/`: the figures, and the open phase before overrides as a third person can check it.
 * @param pages further exports, name → content
 * @returns their paths below the clone, the scenarios as one
 */
export const writeReports = (root: string, summary: Summary, { instance, assignment }: SeasonRecord, pages: ReadonlyMap<string, string>): readonly string[] => {
  if (instance === null || assignment === null) throw new Error('The run left no documents');
  const folder = join(root, 'var', 'demo');
  mkdirSync(folder, { recursive: true });
  const files = new Map([
    ['summary.json', json(summary)],
    ['instance.json', json({ ...LABEL, mechanism: summary.round.mechanism, ...instance })],
    ['assignment.json', json({ ...LABEL, assignment })],
    ...pages,
  ]);
  // Scenarios of an earlier season, made by other mechanisms, would be taken for this one's.
  rmSync(join(folder, 'scenarios'), { recursive: true, force: true });
  mkdirSync(join(folder, 'scenarios'), { recursive: true });
  for (const [name, content] of files) put(join(folder, name), content);
  const single = [...files.keys()].filter((name) => !name.startsWith('scenarios/'));
  return [...single, `scenarios/ (${files.size - single.length})`].map((name) => `var/demo/${name}`);
};
