import { EXIT, UsageError, type CommandIo } from '../command.js';
import { fetchInto, sendFrom } from './office/file-office.js';
import type { DocumentName, Office } from './office/office.js';
import { serverOffice, type Setting } from './setting.js';

type Verb = (setting: Setting, io: CommandIo) => Promise<number>;

/** `fetch` and `send`, for the machine with network: between a server and the folder of a machine without. No keys are needed. */
export const carry = (documents: readonly DocumentName[]): Readonly<Record<'fetch' | 'send', Verb>> => ({
  fetch: (setting, io) => withOffice(setting, io, (folder, office) => fetchInto(folder, office, documents)),
  send: (setting, io) => withOffice(setting, io, sendFrom),
});

async function withOffice(setting: Setting, io: CommandIo, use: (folder: string, office: Office) => Promise<readonly string[]>): Promise<number> {
  const { files } = setting.values;
  if (files === undefined) throw new UsageError('--files DIR');
  const office = serverOffice(setting, io);
  try {
    for (const name of await use(files, office)) io.stdout.write(`${name}\n`);
    return EXIT.done;
  } finally {
    await office.close();
  }
}
