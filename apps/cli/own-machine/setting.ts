import { readFlags } from '../application/flags.js';
import { UsageError, type CommandIo } from '../command.js';
import { FileOffice, ballotIdIn } from './office/file-office.js';
import type { Office } from './office/office.js';
import { ServerOffice } from './office/server-office.js';
import type { Environment } from './secret-words.js';
import { Server } from './server.js';

/** Flags that both tools take. */
const SHARED = ['home', 'server', 'ballot', 'files', 'sign-in', 'organization'] as const;

/** The words of a command line with what the environment says where a flag is not given. */
export interface Setting {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
  readonly home: string | undefined;
  readonly environment: Environment;
}

/** @throws UsageError */
export function homeOf({ home }: Setting): string {
  if (home === undefined) throw new UsageError('--home DIR');
  return home;
}

/** @throws UsageError */
export function numberOf({ values }: Setting, flag: string, least: number, most: number): number | undefined {
  const text = values[flag];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value >= least && value <= most)) throw new UsageError(`--${flag} ${least}–${most}`);
  return value;
}

/** @param homeVariable names the folder where `--home` does not @throws UsageError */
export function readSetting(argv: readonly string[], valued: readonly string[], switches: readonly string[], homeVariable: string, environment: Environment): Setting {
  const { values, switches: set } = readFlags(argv, [...SHARED, ...valued], switches);
  const or = (flag: string, variable: string): string | undefined => values[flag] ?? (environment[variable] === '' ? undefined : environment[variable]);
  return {
    values: { ...values, server: or('server', 'JARI_SERVER'), ballot: or('ballot', 'JARI_BALLOT'), 'sign-in': or('sign-in', 'JARI_SIGN_IN'), organization: or('organization', 'JARI_ORGANIZATION') },
    switches: set, home: or('home', homeVariable), environment,
  };
}

/** Files where `--files` is given, else the server. @throws UsageError, BadInput */
export function officeOf(setting: Setting, io: CommandIo): Office {
  const { files, ballot } = setting.values;
  return files === undefined ? serverOffice(setting, io) : new FileOffice(files, ballot ?? ballotIdIn(files));
}

/** @throws UsageError, BadInput */
export function serverOffice({ values, environment }: Setting, io: CommandIo): Office {
  const { server, ballot, organization } = values;
  const signInName = values['sign-in'];
  if (server === undefined) throw new UsageError('--server URL (JARI_SERVER) | --files DIR');
  if (signInName === undefined) throw new UsageError('--sign-in NAME (JARI_SIGN_IN)');
  if (ballot === undefined) throw new UsageError('--ballot ID (JARI_BALLOT)');
  if (!/^[A-Za-z0-9-]{1,100}$/.test(ballot)) throw new UsageError('--ballot ID');
  return new ServerOffice(new Server({ server, signInName, organization }, environment, io), ballot);
}
