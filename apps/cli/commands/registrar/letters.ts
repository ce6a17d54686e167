import { replaceFile } from '../../own-machine/durable-files.js';
import type { Issued } from './ledger.js';

/** One voter's letter: the secret itself, and a link that no server sees whole, because what stands behind `#` stays in the browser. */
interface Letter {
  readonly employeeNumber: string;
  readonly name: string;
  readonly secret: string;
  readonly link: string | null;
}

/** Writes everybody's present secret in clear, for printing or sending; to be deleted afterwards. */
export function writeLetters({ voters }: Issued, file: string, link: string | undefined): number {
  const letters = voters.map(({ employeeNumber, name, secret }): Letter => ({ employeeNumber, name, secret, link: link === undefined ? null : `${link}#${secret}` }));
  replaceFile(file, file.endsWith('.csv') ? csvOf(letters) : `${JSON.stringify(letters, null, 2)}\n`);
  return letters.length;
}

/** With the mark by which spreadsheets know UTF-8. */
const csvOf = (letters: readonly Letter[]): string =>
  `\ufeffemployeeNumber,name,secret,link\r\n${letters.map(({ employeeNumber, name, secret, link }) => [employeeNumber, name, secret, link ?? ''].map(cell).join(',')).join('\r\n')}\r\n`;

/** Quoted, and never read as a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
