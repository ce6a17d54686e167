import { credentialOf, encryptBallot, newSigningKey, signEnvelope, type BallotContent, type Choice, type Envelope, type OpenSpec, type Receipt, type SigningKey } from '#ballot-box';
import type { Answer, Client, TestApp } from '../../support/test-app.js';
import { announceBallot, BALLOT, stand, type BallotDistrict, type ManagerKey } from './ballot-district.js';
import { appointTrustees, generateKey, issueCredentials, prepare, type TrusteeMachine } from './ballot-trustees.js';

const NUMBERS: Readonly<Record<string, string>> = { ara: '8001', bomi: '8002', chan: '8003', dara: '8004', eun: '8005' };

export interface OpenBallot {
  readonly id: string;
  readonly open: OpenSpec;
  readonly trustees: readonly TrusteeMachine[];
  /** The audit office's key and session; built-in credentials need neither. */
  readonly registrar: SigningKey;
  readonly auditor: Client;
  booth(person: ManagerKey): Promise<Booth>;
}

/** A voter's browser: encrypts, signs and sends. */
export class Booth {
  constructor(readonly client: Client, private readonly ballotId: string, readonly open: OpenSpec, readonly credential: SigningKey) {}

  encrypt = (choice: Choice): BallotContent => encryptBallot(this.open.setting, this.credential.publicKey, choice).content;

  /** The next revision by what the server says. */
  async envelope(content: BallotContent, more: Partial<Pick<Envelope, 'revision' | 'previousTracker'>> = {}): Promise<Envelope> {
    const { body } = await this.client.get<{ revision: number; tracker: string | null }>(`/api/me/ballots/${this.ballotId}/vote`);
    return signEnvelope({ electionId: this.open.electionId, content, revision: body.revision + 1, previousTracker: body.tracker, ...more }, this.credential);
  }

  send = (envelope: object, content: object): Promise<Answer<Receipt & { code: string }>> => this.client.post(`/api/me/ballots/${this.ballotId}/votes`, { envelope, content });

  async cast(choice: Choice): Promise<Receipt> {
    const content = this.encrypt(choice);
    const answer = await this.send(await this.envelope(content), content);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }
}

/** Three candidates and NOTA before five voters, all set up by the protocol. */
export const openBallot = async (app: TestApp, district: BallotDistrict, more: object = {}): Promise<OpenBallot> => {
  const id = await announceBallot(district, { checkingSeconds: 3600, ...more });
  await stand(district, id, 'ara', 'bomi', 'chan');
  app.clock.moveTo(BALLOT.appealsUntil);
  const closed = await district.hr.post(`/api/ballots/${id}/roll-closing`);
  if (closed.status !== 200) throw new Error(closed.text);
  const trustees = await appointTrustees(app, district, id);
  await generateKey(trustees);
  const registrar = newSigningKey();
  const { handIn, secrets, auditor } = await issueCredentials(app, district, id, registrar);
  await handIn();
  const open = await prepare(district, id, trustees);
  app.clock.moveTo(BALLOT.opensAt);
  await app.runJobs();
  return {
    id, open, trustees, registrar, auditor,
    booth: async (person) => {
      const client = await district.as(person);
      const { body } = await client.get<{ secret: string | null }>(`/api/me/ballots/${id}/credential`);
      return new Booth(client, id, open, credentialOf(id, body.secret ?? secrets.get(NUMBERS[person] ?? '') ?? ''));
    },
  };
};

/** A strict ranking of the four options by their numbers, best first. */
export const ranking = (...options: readonly number[]): Choice => options.map((option) => [option]);
