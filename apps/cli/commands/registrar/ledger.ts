import { credentialOf, newCredentialSecret, newSigningKey, signingKeyFrom, fromBase64url, toBase64url, type SigningKey } from '#ballot-box';
import { KeyBox } from '../../own-machine/key-box.js';
import { KeyFolder } from '../../own-machine/key-folder.js';
import { BadInput } from '../../own-machine/problems.js';

const KEY = { file: 'key.json', holds: 'jari-registrar-key/1' } as const;
const BALLOTS = 'ballots';
const CREDENTIALS = { file: 'credentials.json', holds: 'jari-registrar-credentials/1' } as const;

export interface Voter {
  readonly employeeNumber: string;
  readonly name: string;
  /** From which the voter's key follows. */
  readonly secret: string;
  /** The secret that is to replace it, while a re-issue is under way. */
  readonly next: string | null;
}

/** The credentials of one ballot. */
export interface Issued {
  readonly format: typeof CREDENTIALS.holds;
  readonly ballotId: string;
  readonly rollHash: string;
  readonly voters: readonly Voter[];
}

/** What is the registrar's own: the signing key, and every voter's secret, both sealed. */
export class Ledger {
  private constructor(private readonly folder: KeyFolder, readonly signing: SigningKey) {}

  /** @throws BadInput when there is a key already */
  static create(path: string, passphrase: string): Ledger {
    const folder = new KeyFolder(path, new KeyBox(passphrase));
    folder.make();
    const signing = newSigningKey();
    if (!folder.sealOnce(KEY.holds, { format: KEY.holds, secret: toBase64url(signing.secret) }, KEY.file)) throw new BadInput({ ko: `${path}: 이미 열쇠가 있습니다`, en: `${path}: there is a key already` });
    return new Ledger(folder, signing);
  }

  /** @throws BadInput without a key, or for a wrong passphrase */
  static open(path: string, passphrase: string): Ledger {
    const folder = new KeyFolder(path, new KeyBox(passphrase));
    const file = folder.openSealed(KEY.holds, KEY.file) as { secret: string } | null;
    if (file === null) throw new BadInput({ ko: `${path}: 열쇠가 없습니다. 먼저 jari registrar init을 실행하십시오`, en: `${path}: no key; run jari registrar init first` });
    return new Ledger(folder, signingKeyFrom(fromBase64url(file.secret)));
  }

  /** @returns null while nothing was issued */
  issued(ballotId: string): Issued | null {
    return this.folder.openSealed(CREDENTIALS.holds, BALLOTS, ballotId, CREDENTIALS.file) as Issued | null;
  }

  /** New secrets for a roll. */
  issue(ballotId: string, rollHash: string, voters: readonly { readonly employeeNumber: string; readonly name: string }[]): Issued {
    const issued: Issued = { format: CREDENTIALS.holds, ballotId, rollHash, voters: voters.map(({ employeeNumber, name }) => ({ employeeNumber, name, secret: newCredentialSecret(), next: null })) };
    this.keep(issued);
    return issued;
  }

  /** In the place of what was kept of this ballot. */
  keep(issued: Issued): void {
    this.folder.sealAnew(CREDENTIALS.holds, { ...issued, voters: issued.voters.map((voter) => ({ ...voter })) }, BALLOTS, issued.ballotId, CREDENTIALS.file);
  }
}

export const publicKeyOf = (ballotId: string, secret: string): string => credentialOf(ballotId, secret).publicKey;
