import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, ownFolder, readIfThere, replaceFile } from '../durable-files.js';
import { BadInput } from '../problems.js';
import { DOCUMENTS, LETTERS, type DocumentName, type Letter, type Office } from './office.js';

/** A letter as it lies in the folder `out`. */
interface LetterFile extends Letter {
  readonly format: 'jari-letter/1';
  readonly ballotId: string;
}

const OUT = 'out';
const SENT = 'sent';

/** A folder that is carried between a machine with network and one without. */
export class FileOffice implements Office {
  readonly isLive = false;

  constructor(private readonly folder: string, readonly ballotId: string) {}

  read(name: DocumentName): Promise<unknown> {
    return Promise.resolve(readJsonFile(join(this.folder, `${name}.json`)));
  }

  deliver(letter: Letter): Promise<void> {
    const file: LetterFile = { format: 'jari-letter/1', ballotId: this.ballotId, ...letter };
    const said = 'kind' in letter.body && typeof letter.body.kind === 'string' ? `-${letter.body.kind.toLowerCase()}` : '';
    replaceFile(join(ownFolder(join(this.folder, OUT)), `${letter.kind}${said}.json`), `${JSON.stringify(file, null, 2)}\n`);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Fills the folder with what another office shows. @returns what there was */
export async function fetchInto(folder: string, office: Office, names: readonly DocumentName[]): Promise<DocumentName[]> {
  const found: DocumentName[] = [];
  for (const name of names) {
    const document = await office.read(name);
    if (document === null) continue;
    replaceFile(join(ownFolder(folder), `${name}.json`), `${JSON.stringify(document)}\n`);
    found.push(name);
  }
  return found;
}

/** Hands in every letter of the folder and lays it aside. @returns the names of the files */
export async function sendFrom(folder: string, office: Office): Promise<string[]> {
  const names = filesIn(join(folder, OUT)).sort((a, b) => LETTERS.findIndex((kind) => a.startsWith(kind)) - LETTERS.findIndex((kind) => b.startsWith(kind)));
  for (const name of names) {
    const path = join(folder, OUT, name);
    const file = readJsonFile(path) as Partial<LetterFile> | null;
    const kind = LETTERS.find((one) => one === file?.kind);
    if (file?.format !== 'jari-letter/1' || kind === undefined || typeof file.body !== 'object' || file.ballotId !== office.ballotId) {
      throw new BadInput({ ko: `${path}: 이 투표에 보낼 파일이 아닙니다`, en: `${path}: nothing to be sent for this ballot` });
    }
    await office.deliver({ kind, body: file.body });
    renameSync(path, join(ownFolder(join(folder, SENT)), name));
  }
  return names;
}

/** The ballot that the folder is about. @throws BadInput */
export function ballotIdIn(folder: string): string {
  for (const name of DOCUMENTS) {
    const document = readJsonFile(join(folder, `${name}.json`)) as { id?: unknown; ballotId?: unknown; setup?: { ballotId?: unknown }; specification?: { ballotId?: unknown }; spec?: { ballotId?: unknown } } | null;
    const id = document?.id ?? document?.ballotId ?? document?.setup?.ballotId ?? document?.specification?.ballotId ?? document?.spec?.ballotId;
    if (typeof id === 'string') return id;
  }
  throw new BadInput({ ko: `${folder}: 투표를 알 수 있는 파일이 없습니다. --ballot을 적어 주십시오`, en: `${folder}: no file tells which ballot; name it with --ballot` });
}

function readJsonFile(path: string): unknown {
  const text = readIfThere(path);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput({ ko: `${path}: JSON 형식이 아닙니다`, en: `${path}: is not JSON` });
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
