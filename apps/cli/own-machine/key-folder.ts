import { join } from 'node:path';
import type { Json } from '#ballot-box';
import { ownFolder, readIfThere, replaceFile, requirePrivate, writeOnce } from './durable-files.js';
import type { KeyBox } from './key-box.js';
import { BadInput } from './problems.js';

/** Names of files under the folder; they come from ballots, so nothing in them may lead elsewhere. */
const SAFE = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,120}$/;

/** The folder in which a trustee's or registrar's tool keeps what is its own. Sealed files open with the passphrase alone. */
export class KeyFolder {
  constructor(readonly path: string, private readonly box: KeyBox) {}

  /** @throws BadInput for a name that is none */
  at(...names: readonly string[]): string {
    for (const name of names) if (!SAFE.test(name)) throw new BadInput({ ko: `쓸 수 없는 이름입니다: ${JSON.stringify(name.slice(0, 40))}`, en: `not a usable name: ${JSON.stringify(name.slice(0, 40))}` });
    return join(this.path, ...names);
  }

  make(): void {
    ownFolder(this.path);
  }

  /** @returns null where there is no such file @throws BadInput for a wrong passphrase or a damaged file */
  openSealed(holds: string, ...names: readonly string[]): unknown {
    const path = this.at(...names);
    const text = readIfThere(path);
    if (text === null) return null;
    requirePrivate(path);
    return this.box.open(path, holds, text);
  }

  /** @returns whether this is the one that stays */
  sealOnce(holds: string, value: Json, ...names: readonly string[]): boolean {
    return writeOnce(this.at(...names), this.box.seal(holds, value));
  }

  sealAnew(holds: string, value: Json, ...names: readonly string[]): void {
    replaceFile(this.at(...names), this.box.seal(holds, value));
  }

  /** Public things. @returns null where there is no such file @throws BadInput for a damaged one */
  read(...names: readonly string[]): unknown {
    const path = this.at(...names);
    const text = readIfThere(path);
    if (text === null) return null;
    try {
      return JSON.parse(text);
    } catch {
      throw new BadInput({ ko: `${path}: 손상된 파일입니다`, en: `${path}: a damaged file` });
    }
  }

  /** @returns what stays: this, or what was there before */
  keepFirst(value: object, ...names: readonly string[]): unknown {
    writeOnce(this.at(...names), `${JSON.stringify(value, null, 2)}\n`);
    return this.read(...names);
  }

  keepLatest(value: object, ...names: readonly string[]): void {
    replaceFile(this.at(...names), `${JSON.stringify(value, null, 2)}\n`);
  }
}
