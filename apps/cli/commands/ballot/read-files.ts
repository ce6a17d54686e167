import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UnreadableFile } from '../solve/read-instance.js';
import { repeatedName } from './repeated-names.js';

/** @throws UnreadableFile */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UnreadableFile(`${file}: cannot be read (${code}) / 파일을 읽을 수 없습니다`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UnreadableFile(`${file}: is not JSON / JSON 형식이 아닙니다`);
  }
  const repeated = repeatedName(text);
  if (repeated !== null) throw new UnreadableFile(`${file}: ${repeated} stands there twice / ‘${repeated}’ 이름이 두 번 나옵니다`);
  return value;
}

export interface NamedReceipt {
  readonly file: string;
  readonly receipt: unknown;
}

/** Receipts from files with one or a list of them, and from folders of such files. @throws UnreadableFile */
export function readReceipts(paths: readonly string[]): NamedReceipt[] {
  return paths.flatMap(filesOf).flatMap((file) => {
    const value = readJson(file);
    return (Array.isArray(value) ? (value as unknown[]) : [value]).map((receipt) => ({ file, receipt }));
  });
}

function filesOf(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path).filter((name) => name.endsWith('.json')).sort().map((name) => join(path, name));
}
