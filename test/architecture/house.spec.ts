import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_VARIABLES } from '#platform';
import { ERROR_CODES, MESSAGES, PERMISSIONS, ROLES } from '#contracts';
import { HTTP_STATUS } from '../../apps/api/errors/status/index.js';

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).map((name) => join(folder, name));

const sources = ['apps', 'libs', 'migrations', 'test'].flatMap((folder) => files(folder, /\.(ts|mjs|json)$/));

describe('the house', () => {
  it('has a message and a status for every error code', () => {
    const missing = ERROR_CODES.filter((code) => MESSAGES.ko[`error.${code}`] === undefined || HTTP_STATUS[code] === undefined);
    expect(missing).toEqual([]);
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  });

  it('gives permissions to known roles only', () => {
    for (const [permission, roles] of Object.entries(PERMISSIONS)) {
      expect([permission, roles.filter((role: string) => !(ROLES as readonly string[]).includes(role))]).toEqual([permission, []]);
      expect([permission, roles.length > 0]).toEqual([permission, true]);
    }
  });

  it('lists every environment variable in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(CONFIG_VARIABLES.map(({ name }) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('never calls a department unpopular', () => {
    // The law's word for the challenge of an officer (product.md, glossary) is the one exception.
    const texts = Object.entries(MESSAGES.ko).filter(([key, text]) => /기피/.test(text) && !/recusal|challenge/i.test(key));
    expect(texts).toEqual([]);
  });

  it('lets no test be focused or skipped', () => {
    const pattern = new RegExp(`\\b(describe|it|test)\\.(${['only', 'skip', 'todo'].join('|')})\\b`);
    expect(sources.filter((file) => file.endsWith('.spec.ts') && pattern.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
