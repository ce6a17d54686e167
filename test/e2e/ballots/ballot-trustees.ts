import {
  beginKeygen, credentialOf, credentialListHashOf, credentialList, dealShares, newCredentialSecret, newSigningKey, newTrusteeKeys, openSetup, openSpec, receiveShares, revealAfter, signRegistrarStatement, signSpec,
  type Dealing, type Endorsed, type KeygenSetup, type KeygenTranscript, type OpenSetup, type OpenSpec, type SigningKey, type TrusteeDesk, type TrusteeKeys,
} from '#ballot-box';
import type { Client, TestApp } from '../../support/test-app.js';
import type { BallotDistrict } from './ballot-district.js';

interface KeygenAnswer { readonly setup: KeygenSetup; readonly messages: readonly { kind: string; message: object }[]; readonly output: { jointKey: string; transcriptHash: string } | null; readonly culprit: number | null }
export interface SpecAnswer { readonly specification: object; readonly electionId: string; readonly needed: number; readonly signatures: readonly { trustee: number }[] }

/** A trustee's machine: the keys never leave it. */
export class TrusteeMachine {
  dealing: Dealing | undefined;
  share: bigint | undefined;

  constructor(readonly client: Client, readonly index: number, readonly keys: TrusteeKeys, private readonly ballotId: string) {}

  handIn = () => this.client.put(`/api/me/ballots/${this.ballotId}/trustee-keys`, { signingKey: this.keys.signing.publicKey, encryptionKey: this.keys.encryptionKey });
  say = (kind: string, message: object) => this.client.post<KeygenAnswer>(`/api/me/ballots/${this.ballotId}/keygen`, { kind, message });
  sign = (electionId: string) => this.client.post<SpecAnswer>(`/api/me/ballots/${this.ballotId}/specification-signature`, { signature: signSpec(electionId, this.index, this.keys.signing).signature });

  async read(): Promise<{ open: OpenSetup; transcript: KeygenTranscript; answer: KeygenAnswer }> {
    const { body } = await this.client.get<KeygenAnswer>(`/api/ballots/${this.ballotId}/keygen`);
    const said = (kind: string) => body.messages.filter((one) => one.kind === kind).map(({ message }) => message);
    return { open: openSetup(body.setup), transcript: { commits: said('COMMIT'), reveals: said('REVEAL'), shares: said('SHARES') } as KeygenTranscript, answer: body };
  }

  async commit() {
    const { commit, dealing } = beginKeygen((await this.read()).open, this.index, this.keys);
    this.dealing = dealing;
    return this.say('COMMIT', commit);
  }

  async reveal() {
    const { open, transcript } = await this.read();
    return this.say('REVEAL', revealAfter(open, this.dealing!, transcript.commits));
  }

  async deal() {
    const { open, transcript } = await this.read();
    return this.say('SHARES', dealShares(open, this.dealing!, this.keys, transcript.commits, transcript.reveals));
  }

  async confirm() {
    const { open, transcript } = await this.read();
    const received = receiveShares(open, this.dealing!, this.keys, transcript);
    if ('complaint' in received) return this.say('COMPLAINT', received.complaint);
    this.share = received.share;
    return this.say('CONFIRM', received.confirm);
  }
}

/** Names trustees of the ballot, each at a machine of their own. */
export const appointTrustees = async (app: TestApp, { hr, context }: BallotDistrict, ballotId: string, count = 3): Promise<TrusteeMachine[]> => {
  const clients = await Promise.all(Array.from({ length: count }, () => app.signInAs(context.organizationId, 'TRUSTEE')));
  const answer = await hr.put(`/api/ballots/${ballotId}/trustees`, { trustees: clients.map(({ accountId }, at) => ({ accountId, name: `가상 관리인 ${at + 1}` })) });
  if (answer.status !== 200) throw new Error(answer.text);
  return clients.map((client, at) => new TrusteeMachine(client, at + 1, newTrusteeKeys('ristretto255'), ballotId));
};

const mustBe = async (status: number, ...steps: readonly (() => Promise<{ status: number; text: string }>)[]): Promise<void> => {
  for (const step of steps) {
    const answer = await step();
    if (answer.status !== status) throw new Error(answer.text);
  }
};

/** The whole key generation, everybody honest. */
export const generateKey = async (trustees: readonly TrusteeMachine[]): Promise<void> => {
  await mustBe(200, ...trustees.map((one) => one.handIn));
  for (const step of ['commit', 'reveal', 'deal', 'confirm'] as const) await mustBe(200, ...trustees.map((one) => () => one[step]()));
};

/** The audit office's machine: secrets by employee number, of which only public keys are handed in. */
export const issueCredentials = async (app: TestApp, { context }: BallotDistrict, ballotId: string, registrar: SigningKey = newSigningKey()) => {
  const auditor = await app.signInAs(context.organizationId, 'AUDITOR');
  const { body: task } = await auditor.get<{ rollHash: string; count: number; voters: { employeeNumber: string }[] }>(`/api/ballots/${ballotId}/registrar-task`);
  const secrets = new Map(task.voters.map(({ employeeNumber }) => [employeeNumber, newCredentialSecret()]));
  const credentials = [...secrets].map(([employeeNumber, secret]) => ({ employeeNumber, publicKey: credentialOf(ballotId, secret).publicKey }));
  const list = credentialList(credentials.map(({ publicKey }) => publicKey));
  const signature = signRegistrarStatement({ ballotId, rollHash: task.rollHash, count: task.count, credentialListHash: credentialListHashOf(list) }, registrar);
  const handIn = (more: object = {}) => auditor.put(`/api/ballots/${ballotId}/credentials`, { registrarKey: registrar.publicKey, signature, credentials, ...more });
  return { auditor, task, secrets, credentials, handIn };
};

/** From a closed roll to a prepared ballot. @returns the opened specification */
export const prepare = async (district: BallotDistrict, ballotId: string, trustees: readonly TrusteeMachine[]) => {
  const fixed = await district.hr.post<SpecAnswer>(`/api/ballots/${ballotId}/specification`);
  if (fixed.status !== 201) throw new Error(fixed.text);
  await mustBe(200, ...trustees.map((one) => () => one.sign(fixed.body.electionId)));
  return openSpec(fixed.body.specification);
};

/** What the trustee's tool knows by itself; its clock is the season's. */
export const deskOf = (app: TestApp, { spec }: OpenSpec, { index, keys, share }: TrusteeMachine): TrusteeDesk => {
  const disk = new Map<string, Endorsed>();
  return {
    trustee: index, keys, share: share!, transcriptHash: spec.keygenTranscriptHash, registrarKey: spec.registrarKey, lotNonce: null, now: () => app.clock.now(),
    memory: {
      load: (id) => Promise.resolve(disk.get(id) ?? null),
      keepFirst: (id, endorsed) => { if (!disk.has(id)) disk.set(id, endorsed); return Promise.resolve(disk.get(id) ?? endorsed); },
    },
  };
};
