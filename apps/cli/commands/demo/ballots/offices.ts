import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialOf, newCredentialSecret, type SigningKey } from '#ballot-box';
import { ToolProcesses } from './tool-processes.js';

/** Who the trustees are and how they sign in to the product, in the order of their numbers. */
export const TRUSTEE_ACCOUNTS = [
  { signInName: 'trustee-audit', name: '감사 부서 대표' },
  { signInName: 'trustee-council', name: '직원협의회 대표' },
  { signInName: 'trustee-ombudsman', name: '옴부즈만' },
  { signInName: 'trustee-election', name: '선거관리위원회 추천 위원' },
  { signInName: 'trustee-elected', name: '직원이 뽑은 6급 대표' },
] as const;

/** How often a waiting tool asks, seconds. */
const EVERY = '0.5';

export interface OfficeSettings {
  readonly root: string;
  /** A folder of its own for each office lies here. */
  readonly folder: string;
  /** Of the product. */
  readonly server: string;
  readonly password: string;
  /** Of the audit officer. */
  readonly auditor: string;
  /** The season's time, which the tools take for that of their machines. */
  readonly now: () => Date;
}

interface Office {
  readonly home: string;
  readonly signInName: string;
  /** Of its key files; forgotten with the season. */
  readonly passphrase: string;
}

/**
 * The five trustees and the audit office: the commands that real ones use, one process each, with key folders of their own.
 * Nothing but what they send to the product leaves the folders.
 */
export class Offices {
  private readonly tools: ToolProcesses;
  private readonly trustees: readonly Office[];
  private readonly registrar: Office;

  constructor(private readonly settings: OfficeSettings) {
    this.tools = new ToolProcesses(settings.root);
    const office = (name: string, signInName: string): Office => ({ home: join(settings.folder, name), signInName, passphrase: newCredentialSecret() });
    this.trustees = TRUSTEE_ACCOUNTS.map(({ signInName }, at) => office(`trustees/${at + 1}`, signInName));
    this.registrar = office('registrar', settings.auditor);
  }

  /** Each makes keys, and all compare fingerprints, as people do by telephone. */
  async begin(): Promise<void> {
    for (const name of ['trustees', 'registrar']) rmSync(join(this.settings.folder, name), { recursive: true, force: true });
    mkdirSync(join(this.settings.folder, 'trustees'), { recursive: true });
    const fingerprints = await Promise.all([
      ...this.trustees.map(async (one, at) => `${lastLine(await this.run('trustee', 'init', one))} ${TRUSTEE_ACCOUNTS[at]?.name ?? ''}`),
      this.run('registrar', 'init', this.registrar).then((said) => `${lastLine(said)} 감사 부서`),
    ]);
    for (const { home } of this.trustees) writeFileSync(join(home, 'compared.txt'), `${fingerprints.join('\n')}\n`);
  }

  /** The trustees' public keys, and together the ballot's joint key. */
  makeKey(ballotId: string): Promise<unknown> {
    return this.all((one) => this.run('trustee', 'watch', one, ballotId, '--until', 'key', '--every', EVERY));
  }

  /** Each checks the specification and signs it. */
  sign(ballotId: string): Promise<unknown> {
    return this.all((one) => this.run('trustee', 'run', one, ballotId));
  }

  /**
   * After the checking period those present verify the closed board, endorse its sum and give their shares.
   * The verification runs in threads: a tool whose loop stands still for a minute finds its connections closed.
   * @param present their numbers, from 1
   */
  count(ballotId: string, present: readonly number[]): Promise<unknown> {
    return this.all((one) => this.run('trustee', 'watch', one, ballotId, '--until', 'share', '--every', EVERY, '--threads', '2'), present);
  }

  /** The audit office makes credentials and hands in their public halves. */
  async issue(ballotId: string): Promise<void> {
    await this.run('registrar', 'issue', this.registrar, ballotId);
  }

  /** What each voter gets on paper: employee number → credential. The file with everybody's is gone at once. */
  async letters(ballotId: string): Promise<ReadonlyMap<string, SigningKey>> {
    const file = join(this.registrar.home, `letters-${ballotId}.json`);
    await this.tools.run(['registrar', 'letters', '--home', this.registrar.home, '--ballot', ballotId, '--out', file], this.secretsOf(this.registrar));
    const letters = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly employeeNumber: string; readonly secret: string }[];
    rmSync(file);
    return new Map(letters.map(({ employeeNumber, secret }) => [employeeNumber, credentialOf(ballotId, secret)]));
  }

  close(): void {
    this.tools.close();
  }

  private all(work: (trustee: Office) => Promise<unknown>, present?: readonly number[]): Promise<unknown> {
    return Promise.all(this.trustees.filter((_, at) => present?.includes(at + 1) ?? true).map(work));
  }

  private run(tool: 'trustee' | 'registrar', verb: string, office: Office, ballotId?: string, ...more: readonly string[]): Promise<string> {
    const where = ballotId === undefined ? [] : ['--server', this.settings.server, '--ballot', ballotId, '--sign-in', office.signInName];
    return this.tools.run([tool, verb, '--home', office.home, ...where, ...more], this.secretsOf(office));
  }

  private secretsOf({ passphrase }: Office): Readonly<Record<string, string>> {
    return { JARI_PASSPHRASE: passphrase, JARI_PASSWORD: this.settings.password, JARI_CLOCK: this.settings.now().toISOString() };
  }
}

const lastLine = (said: string): string => said.trimEnd().split('\n').at(-1) ?? '';
