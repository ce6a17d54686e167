import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BadInput } from './problems.js';

/** Only the owner reads what lies here. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

/** Makes the folder, and all above it, for the owner alone. */
export function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
  return folder;
}

/**
 * Writes a file that is never written again: the content is on the disk before the name is, and of two who write at the
 * same moment one wins. A rename would put the second in the place of the first, so the name is given by a link.
 * @returns whether this content is the one that stays
 */
export function writeOnce(path: string, content: string): boolean {
  const draft = writeDraft(path, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) === 'EPERM' || codeOf(error) === 'ENOTSUP' || codeOf(error) === 'ENOSYS') {
      throw new BadInput({
        ko: `${dirname(path)}: 이 저장 장치에서는 안전하게 한 번만 쓸 수 없습니다. 다른 저장 장치를 쓰십시오`,
        en: `${dirname(path)}: this file system has no hard links, which writing once needs; use another one`,
      });
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
    syncFolder(dirname(path));
  }
}

/** Puts the content in the place of what stood there, or leaves what stood there. */
export function replaceFile(path: string, content: string): void {
  renameSync(writeDraft(path, content), path);
  syncFolder(dirname(path));
}

/** @returns null where there is no such file */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** @throws BadInput when others may read a file of secrets */
export function requirePrivate(path: string): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  throw new BadInput({ ko: `${path}: 다른 사람이 읽을 수 있는 파일입니다. chmod 600으로 닫아 주십시오`, en: `${path}: others may read this file; close it with chmod 600` });
}

export const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

function writeDraft(path: string, content: string): string {
  ownFolder(dirname(path));
  const draft = join(dirname(path), `.${randomBytes(8).toString('hex')}.part`);
  const file = openSync(draft, 'wx', OWN_FILE);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(draft, OWN_FILE);
  return draft;
}

/** A new name is durable only when its folder is. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
