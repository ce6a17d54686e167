import { writeFileSync } from 'node:fs';
import { credentialOf, openSpec, type Board, type OpenSpec, type Receipt } from '#ballot-box';
import { hashPassword, newId } from '#platform';
import { announceBallot, BALLOT, createBallotDistrict, stand, type BallotDistrict } from '../../e2e/ballots/ballot-district.js';
import { Booth } from '../../e2e/ballots/open-ballot.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { Bench, jari, mustEnd, type Ran, type Words } from './tool.js';

export const PASSPHRASE = 'an invented passphrase';
const PASSWORD = 'an invented password';
const TRUSTEES = 5;
/** Five more managers beside the district's: a roll of ten. */
const MORE = ['9001', '9002', '9003', '9004', '9005'] as const;

/** A ballot on the real API whose trustees and registrar are the built commands, each with a folder of its own. */
export class ToolElection {
  readonly bench = new Bench();
  readonly fingerprints: string[] = [];
  /** The trustees' accounts, for what their tools would never send. */
  readonly clients: Client[] = [];
  ballotId = '';
  registrarPrint = '';

  private constructor(readonly app: TestApp, readonly district: BallotDistrict, private readonly voters: ReadonlyMap<string, string>) {}

  /** Keys of five trustees and a registrar, everybody's fingerprint in everybody's `compared.txt`, and a ballot with a closed roll. */
  static async begin(more: object = {}): Promise<ToolElection> {
    const app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    const district = await createBallotDistrict(app);
    const voters = new Map(MORE.map((number) => [number, newId()]));
    await app.database.transaction(district.context, async (tx) => {
      for (const [number, id] of voters) {
        await tx.execute(
          `INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences) VALUES ($1, $2, $3, $4, 6, '행정', 'REGULAR', '2012-01-01', '{}')`,
          [tx.organizationId, id, number, `가상 ${number}`]);
      }
    });
    const election = new ToolElection(app, district, voters);
    await election.makeKeys();
    await election.announce(more);
    return election;
  }

  private async makeKeys(): Promise<void> {
    const made = await Promise.all(this.indices.map((index) => this.alone(index, 'init')));
    this.fingerprints.push(...made.map(({ stdout }) => stdout.trim()));
    this.registrarPrint = mustEnd(0, await jari(['registrar', 'init'], this.ofRegistrar)).stdout.trim();
    const compared = [...this.fingerprints, this.registrarPrint].map((print, at) => `${print}  ${at + 1}\n`).join('');
    for (const index of this.indices) writeFileSync(this.bench.at(`trustee-${index}`, 'compared.txt'), compared);
  }

  private async announce(more: object): Promise<void> {
    const { app, district } = this;
    this.ballotId = await announceBallot(district, { checkingSeconds: 3600, minimumCast: 10, threshold: 3, ...more });
    await stand(district, this.ballotId, 'ara', 'bomi', 'chan');
    app.clock.moveTo(BALLOT.appealsUntil);
    await this.ask('POST', `/api/ballots/${this.ballotId}/roll-closing`);
    this.clients.push(...await Promise.all(this.indices.map((index) => this.account('TRUSTEE', `trustee-${index}`))));
    await this.account('AUDITOR', 'registrar');
    await this.ask('PUT', `/api/ballots/${this.ballotId}/trustees`, { trustees: this.clients.map(({ accountId }, at) => ({ accountId, name: `가상 관리인 ${at + 1}` })) });
  }

  /** An account that signs in with a name and the password of the tests. */
  private async account(role: 'TRUSTEE' | 'AUDITOR', signInName: string): Promise<Client> {
    const { organizationId } = this.district.context;
    const client = await this.app.signInAs(organizationId, role);
    const hash = await hashPassword(PASSWORD);
    await this.app.database.transaction(this.district.context, (tx) => tx.execute('UPDATE account SET sign_in_name = $3, password_hash = $4 WHERE organization_id = $1 AND id = $2', [organizationId, client.accountId, signInName, hash]));
    return client;
  }

  get indices(): number[] {
    return Array.from({ length: TRUSTEES }, (_, at) => at + 1);
  }

  private get ofRegistrar(): Words {
    return { ...this.words('registrar'), JARI_REGISTRAR_HOME: this.bench.at('registrar') };
  }

  private words(signInName: string): Words {
    return { JARI_PASSPHRASE: PASSPHRASE, JARI_PASSWORD: PASSWORD, JARI_SIGN_IN: signInName, JARI_SERVER: this.app.origin, JARI_BALLOT: this.ballotId, JARI_CLOCK: this.app.clock.now().toISOString() };
  }

  /** A trustee's command, whatever comes of it. @param home another folder than the trustee's own */
  trustee(index: number, verb: string, argv: readonly string[] = [], more: Words = {}, home = `trustee-${index}`): Promise<Ran> {
    return jari(['trustee', verb, ...argv], { ...this.words(`trustee-${index}`), JARI_TRUSTEE_HOME: this.bench.at(home), ...more });
  }

  /** One that must succeed. */
  async alone(index: number, verb: string, ...argv: readonly string[]): Promise<Ran> {
    return mustEnd(0, await this.trustee(index, verb, argv));
  }

  /** Some trustees at the same time, each in a process of its own. */
  together(verb: string, indices: readonly number[], ...argv: readonly string[]): Promise<Ran[]> {
    return Promise.all(indices.map((index) => this.alone(index, verb, ...argv)));
  }

  registrar(verb: string, ...argv: readonly string[]): Promise<Ran> {
    return jari(['registrar', verb, ...argv], this.ofRegistrar);
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const { hr } = this.district;
    const answer = method === 'GET' ? await hr.get<T>(path) : method === 'POST' ? await hr.post<T>(path, body) : await hr.put<T>(path, body);
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body;
  }

  board(): Promise<Board> {
    return this.ask('GET', `/api/ballots/${this.ballotId}/board`);
  }

  async state(): Promise<string> {
    return (await this.ask<{ state: string }>('GET', `/api/ballots/${this.ballotId}`)).state;
  }

  /** From a closed roll to an open ballot. */
  async open(): Promise<OpenSpec> {
    await this.makeKey();
    return this.openSigned();
  }

  /** Credentials and key generation. */
  async makeKey(): Promise<void> {
    const [issued] = await Promise.all([this.registrar('issue', '--voters', '10'), this.together('watch', this.indices, '--until', 'key', '--every', '0.2')]);
    mustEnd(0, issued);
  }

  /** The specification, and everybody's signature; then the ballot opens. */
  async openSigned(): Promise<OpenSpec> {
    const { specification } = await this.ask<{ specification: unknown }>('POST', `/api/ballots/${this.ballotId}/specification`);
    await this.together('run', this.indices);
    this.app.clock.moveTo(BALLOT.opensAt);
    await this.app.runJobs();
    return openSpec(specification);
  }

  /** Every voter's secret as the registrar writes it out for the letters. */
  async letters(): Promise<{ readonly employeeNumber: string; readonly secret: string; readonly link: string | null }[]> {
    mustEnd(0, await this.registrar('letters', '--out', this.bench.at('letters.json'), '--link', 'https://district.example/booth'));
    return this.bench.read('letters.json') as { employeeNumber: string; secret: string; link: string | null }[];
  }

  /** The browsers of the first so many voters, in the order of the roll. */
  async booths(open: OpenSpec, count: number): Promise<Booth[]> {
    const secrets = (await this.letters()).slice(0, count);
    return Promise.all(secrets.map(async ({ employeeNumber, secret }) => new Booth(await this.voter(employeeNumber), this.ballotId, open, credentialOf(this.ballotId, secret))));
  }

  async voter(employeeNumber: string): Promise<Client> {
    const id = this.voters.get(employeeNumber);
    if (id !== undefined) return this.app.signInAs(this.district.context.organizationId, 'EMPLOYEE', id);
    return this.district.as((['ara', 'bomi', 'chan', 'dara', 'eun'] as const)[Number(employeeNumber) - 8001]!);
  }

  /** So many vote; then the ballot closes. @returns the receipts */
  async vote(open: OpenSpec, count: number): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const [at, booth] of (await this.booths(open, count)).entries()) receipts.push(await booth.cast(at % 3 === 0 ? [[1], [0], [2], [3]] : [[0], [1], [2], [3]]));
    await this.app.runJobs();
    this.app.clock.moveTo(BALLOT.closesAt);
    await this.app.runJobs();
    return receipts;
  }

  async end(): Promise<void> {
    this.bench.remove();
    await this.app.dispose();
  }
}
