import { readdirSync, rmSync } from 'node:fs';
import { newTrusteeKeys, openTrusteeKeys, writeTrusteeKeys, type GroupName, type TrusteeKeys } from '#ballot-box';
import { codeOf } from '../../own-machine/durable-files.js';
import { KeyBox } from '../../own-machine/key-box.js';
import { KeyFolder } from '../../own-machine/key-folder.js';
import { BadInput } from '../../own-machine/problems.js';
import { Memory } from './memory.js';

const KEYS = 'keys.json';
const HOLDS = 'jari-trustee-keys/1';
const BALLOTS = 'ballots';

/**
 * What is one trustee's own: `keys.json`, and for each ballot what key generation and count left. docs/ballot-trustees.md
 * names every file.
 */
export class TrusteeHome {
  private constructor(private readonly folder: KeyFolder, readonly keys: TrusteeKeys) {}

  /** @throws BadInput when there are keys already: new ones would orphan every ballot of the old */
  static create(path: string, passphrase: string, group: GroupName): TrusteeHome {
    const folder = new KeyFolder(path, new KeyBox(passphrase));
    folder.make();
    const keys = newTrusteeKeys(group);
    if (!folder.sealOnce(HOLDS, writeTrusteeKeys(keys), KEYS)) throw new BadInput({ ko: `${path}: 이미 열쇠가 있습니다`, en: `${path}: there are keys already` });
    return new TrusteeHome(folder, keys);
  }

  /** @throws BadInput without keys, or for a wrong passphrase */
  static open(path: string, passphrase: string): TrusteeHome {
    const folder = new KeyFolder(path, new KeyBox(passphrase));
    const file = folder.openSealed(HOLDS, KEYS);
    if (file === null) throw new BadInput({ ko: `${path}: 열쇠가 없습니다. 먼저 jari trustee init을 실행하십시오`, en: `${path}: no keys; run jari trustee init first` });
    return new TrusteeHome(folder, openTrusteeKeys(file));
  }

  get comparedFile(): string {
    return this.folder.at('compared.txt');
  }

  ballot(ballotId: string): BallotDrawer {
    return new BallotDrawer(this.folder, ballotId);
  }

  get memory(): Memory {
    return new Memory(this.folder);
  }
}

/** What belongs to one ballot. */
export class BallotDrawer {
  constructor(private readonly folder: KeyFolder, readonly ballotId: string) {}

  openSealed(holds: string, ...names: readonly string[]): unknown {
    return this.folder.openSealed(holds, BALLOTS, this.ballotId, ...names);
  }

  /** @returns what stays: this, or what was there before */
  sealFirst(holds: string, value: Parameters<KeyFolder['sealOnce']>[1], ...names: readonly string[]): unknown {
    this.folder.sealOnce(holds, value, BALLOTS, this.ballotId, ...names);
    return this.openSealed(holds, ...names);
  }

  read(...names: readonly string[]): unknown {
    return this.folder.read(BALLOTS, this.ballotId, ...names);
  }

  /** @returns what stays: this, or what was there before */
  keepFirst(value: object, ...names: readonly string[]): unknown {
    return this.folder.keepFirst(value, BALLOTS, this.ballotId, ...names);
  }

  /** The folders in it: one for each key generation. */
  folders(): string[] {
    try {
      return readdirSync(this.folder.at(BALLOTS, this.ballotId), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  discard(...names: readonly string[]): void {
    rmSync(this.folder.at(BALLOTS, this.ballotId, ...names), { force: true });
  }
}
