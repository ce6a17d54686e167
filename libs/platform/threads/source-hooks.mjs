// Lets Node load the sources as they stand, for threads that tests start: finds the .ts behind a .js, and strips its types.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'));

export const resolve = (specifier, context, next) => {
  const source = context.parentURL?.endsWith('.ts') && /^\..*\.js$/.test(specifier) ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL) : undefined;
  if (source !== undefined && existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
};

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(readFileSync(filename, 'utf8'), { ...swc, swcrc: false, filename, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
};
