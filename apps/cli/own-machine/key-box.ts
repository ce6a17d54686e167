import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { canonicalJson, fromBase64url, toBase64url, type Json } from '#ballot-box';
import { BadInput } from './problems.js';

/** docs/ballot-trustees.md describes the file. */
interface SealedFile {
  readonly format: 'jari-sealed-file/1';
  /** What is inside, so that no file passes for another. */
  readonly holds: string;
  readonly kdf: Kdf;
  readonly cipher: 'aes-256-gcm';
  readonly nonce: string;
  /** Ciphertext and, behind it, the tag of 16 bytes. */
  readonly sealed: string;
}

/** scrypt (RFC 7914): 2^logN rounds; needs 128·r·2^logN bytes of memory. */
interface Kdf {
  readonly name: 'scrypt';
  readonly logN: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

/** 128 MiB and some tenths of a second for each guess. */
const COST = { name: 'scrypt', logN: 17, r: 8, p: 1 } as const;
/** A file must not make its reader fill the memory. */
const MOST_LOG_N = 20;
const TAG_BYTES = 16;
export const FEWEST_CHARACTERS = 12;

/** Seals and opens the files of one folder under one passphrase. All share a salt, so that the key is derived once. */
export class KeyBox {
  private readonly keys = new Map<string, Buffer>();
  private kdf: Kdf | null = null;

  constructor(private readonly passphrase: string) {}

  /** @returns the text of a file */
  seal(holds: string, value: Json): string {
    this.kdf ??= { ...COST, salt: toBase64url(randomBytes(16)) };
    const nonce = randomBytes(12);
    const header = { format: 'jari-sealed-file/1' as const, holds, kdf: this.kdf, cipher: 'aes-256-gcm' as const, nonce: toBase64url(nonce) };
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.kdf), nonce).setAAD(Buffer.from(canonicalJson(header)));
    const sealed = Buffer.concat([cipher.update(canonicalJson(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${JSON.stringify({ ...header, sealed: toBase64url(sealed) } satisfies SealedFile, null, 2)}\n`;
  }

  /** @param name the file's, for what is said about it @throws BadInput for another file, a damaged one or a wrong passphrase */
  open(name: string, holds: string, text: string): unknown {
    const file = readSealed(text);
    if (file === null || file.holds !== holds) throw new BadInput({ ko: `${name}: 이 도구의 파일이 아니거나 손상되었습니다`, en: `${name}: not a file of this tool, or damaged` });
    const { sealed, ...header } = file;
    try {
      const bytes = Buffer.from(fromBase64url(sealed));
      const decipher = createDecipheriv('aes-256-gcm', this.keyOf(file.kdf), Buffer.from(fromBase64url(file.nonce)))
        .setAAD(Buffer.from(canonicalJson({ ...header }))).setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
      this.kdf ??= file.kdf;
      return JSON.parse(text);
    } catch {
      throw new BadInput({ ko: `${name}: 암호 문구가 맞지 않거나 파일이 손상되었습니다`, en: `${name}: wrong passphrase, or the file is damaged` });
    }
  }

  private keyOf({ logN, r, p, salt }: Kdf): Buffer {
    const id = `${logN} ${r} ${p} ${salt}`;
    const key = this.keys.get(id) ?? scryptSync(this.passphrase.normalize('NFC'), fromBase64url(salt), 32, { N: 2 ** logN, r, p, maxmem: 256 * r * 2 ** logN });
    this.keys.set(id, key);
    return key;
  }
}

/** @returns null for anything else than a sealed file */
function readSealed(text: string): SealedFile | null {
  try {
    const { format, holds, kdf, cipher, nonce, sealed } = JSON.parse(text) as Partial<SealedFile>;
    const { name, logN, r, p, salt } = kdf ?? ({} as Partial<Kdf>);
    const sound = format === 'jari-sealed-file/1' && cipher === 'aes-256-gcm' && name === 'scrypt' && [logN, r, p].every((one) => Number.isInteger(one))
      && Number(logN) >= 10 && Number(logN) <= MOST_LOG_N && Number(r) >= 1 && Number(r) <= 16 && Number(p) >= 1 && Number(p) <= 16
      && [holds, salt, nonce, sealed].every((one) => typeof one === 'string');
    return sound ? ({ format, holds, kdf: { name, logN, r, p, salt }, cipher, nonce, sealed } as SealedFile) : null;
  } catch {
    return null;
  }
}
