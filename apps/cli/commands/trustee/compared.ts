import { fingerprintOf } from '#ballot-box';
import type { CommandIo } from '../../command.js';
import { readIfThere, replaceFile } from '../../own-machine/durable-files.js';
import { ask } from '../../own-machine/secret-words.js';
import { refusal } from './texts/refusals.js';

/** Somebody whose key the server names. */
export interface Party {
  /** In both languages, for what is asked and refused. */
  readonly who: string;
  readonly signingKey: string;
  /** A registrar has none. */
  readonly encryptionKey?: string;
}

const FINGERPRINT = /^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}(?=\s|$)/;

/** The fingerprints that the trustee has heard or read outside the server: `compared.txt`, one at the head of each line. */
export class Compared {
  constructor(private readonly file: string, private readonly io: CommandIo) {}

  /** Asks at the terminal for those that are not in the file. @throws Refused NOT_COMPARED */
  async require(parties: readonly Party[]): Promise<void> {
    for (const { who, signingKey, encryptionKey } of parties) {
      const fingerprint = fingerprintOf(encryptionKey === undefined ? { signingKey } : { signingKey, encryptionKey });
      if (this.known().has(fingerprint)) continue;
      if (!process.stdin.isTTY || !(await this.isTheSame(who, fingerprint))) throw refusal('NOT_COMPARED', { who, fingerprint });
      replaceFile(this.file, `${readIfThere(this.file) ?? ''}${fingerprint}  ${who}\n`);
    }
  }

  private known(): ReadonlySet<string> {
    const lines = (readIfThere(this.file) ?? '').split(/\r?\n/);
    return new Set(lines.flatMap((line) => FINGERPRINT.exec(line.trim().toLowerCase())?.[0] ?? []));
  }

  private async isTheSame(who: string, fingerprint: string): Promise<boolean> {
    const answer = await ask({
      ko: `${who}: ${fingerprint}\n전화나 대면으로 들은 지문과 같습니까? 같으면 "예"를 적어 주십시오`, en: 'the same as you heard by telephone or in person? write "yes"',
    }, this.io);
    return ['예', 'yes'].includes(answer.trim().toLowerCase());
  }
}
