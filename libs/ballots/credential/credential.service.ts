import { Injectable } from '@nestjs/common';
import { credentialList, credentialListHashOf, credentialOf, isSignedBy, newCredentialSecret, newSigningKey, signRegistrarStatement, type RegistrarStatement, type SigningKey } from '#ballot-box';
import type { Fault } from '#contracts';
import { AuditService, foundOr404, JariError, refuseIfFaulty, type Tx } from '#platform';
import { actingEmployeeId } from '#preferences';
import { BallotStore } from '../ballot/ballot-store.js';
import type { Ballot } from '../ballot/ballot.entity.js';
import { RollService, type RollLine } from '../roll/roll.service.js';
import { isPublicSigningKey } from '../support/key-text.js';
import { BallotKey } from './ballot-key.entity.js';
import { CredentialStore } from './credential-store.js';

/** What the audit office's machine hands in: pairs of voter and public key, never a secret. */
export interface CredentialImport {
  readonly registrarKey: string;
  /** Over `{ballotId, rollHash, credentialListHash, count}`. */
  readonly signature: string;
  readonly credentials: readonly { readonly employeeNumber: string; readonly publicKey: string }[];
}

/** What the registrar's command needs. */
export interface RegistrarTask extends Omit<RegistrarStatement, 'credentialListHash'> {
  readonly voters: readonly Pick<RollLine, 'employeeNumber' | 'name'>[];
}

export interface OwnCredential {
  readonly slot: number;
  readonly publicKey: string;
  /** null where the audit office issues credentials: then it came to the voter another way. */
  readonly secret: string | null;
}

/** Voters' credentials: issued by the audit office apart from this server, or by the product itself. */
@Injectable()
export class CredentialService {
  constructor(
    private readonly audit: AuditService,
    private readonly store: BallotStore,
    private readonly roll: RollService,
    private readonly keys: CredentialStore,
  ) {}

  /** When the roll is closed: the board's key, and with `BUILT_IN` every credential. */
  async prepare(tx: Tx, ballot: Ballot, voters: readonly RollLine[]): Promise<void> {
    await this.keep(tx, ballot.id, 'BOARD', newSigningKey());
    if (ballot.credentialMode === 'SEPARATE') return;
    const issued = voters.map(({ employeeId }) => {
      const secret = newCredentialSecret();
      return { employeeId, secret, publicKey: credentialOf(ballot.id, secret).publicKey };
    });
    const registrar = newSigningKey();
    await this.keep(tx, ballot.id, 'REGISTRAR', registrar);
    const credentials = await this.publish(tx, ballot.id, issued);
    ballot.registrarKey = registrar.publicKey;
    ballot.registrarSignature = signRegistrarStatement(statementOf(ballot, credentials), registrar);
    await this.store.save(tx, ballot);
  }

  /** @throws JariError BALLOT_WRONG_STATE, ROLL_NOT_CLOSED, SPECIFICATION_FIXED */
  async task(tx: Tx, ballotId: string): Promise<RegistrarTask> {
    const ballot = await this.store.find(tx, ballotId);
    this.store.requireBetweenRollAndSpecification(ballot);
    const voters = await this.roll.list(tx, ballotId);
    return { ballotId, rollHash: ballot.rollHash ?? '', count: voters.length, voters: voters.map(({ employeeNumber, name }) => ({ employeeNumber, name })) };
  }

  /**
   * Takes the credentials of a separate registrar; a second import before the specification replaces the first.
   * @throws JariError CREDENTIALS_BUILT_IN, VALIDATION_FAILED with every fault, BALLOT_WRONG_STATE, ROLL_NOT_CLOSED, SPECIFICATION_FIXED
   */
  async importSeparate(tx: Tx, ballotId: string, { registrarKey, signature, credentials }: CredentialImport): Promise<void> {
    const ballot = await this.store.lock(tx, ballotId);
    this.store.requireBetweenRollAndSpecification(ballot);
    if (ballot.credentialMode === 'BUILT_IN') throw new JariError('CREDENTIALS_BUILT_IN');
    const voters = new Map((await this.roll.list(tx, ballotId)).map(({ employeeNumber, employeeId }) => [employeeNumber, employeeId]));
    const list = credentialList(credentials.map(({ publicKey }) => publicKey));
    const faults = importFaults(voters, credentials, registrarKey);
    const signed = faults.length > 0 || isSignedBy('registrar', { format: 'jari-registrar/1', ...statementOf(ballot, list), signature }, registrarKey);
    refuseIfFaulty(signed ? faults : [{ path: 'signature', code: 'CREDENTIAL_SIGNATURE_WRONG' }]);
    await this.publish(tx, ballotId, credentials.map(({ employeeNumber, publicKey }) => ({ employeeId: voters.get(employeeNumber) ?? '', publicKey, secret: null })));
    Object.assign(ballot, { registrarKey, registrarSignature: signature });
    await this.store.save(tx, ballot);
    await this.audit.record(tx, { action: 'ballot.importCredentials', subjectType: 'ballot', subjectId: ballotId, after: { count: list.length, credentialListHash: credentialListHashOf(list) } });
  }

  /** In the order of the slots. */
  async list(tx: Tx, ballotId: string): Promise<string[]> {
    const rows = await tx.query<{ key: string }>('SELECT public_key AS key FROM ballot_credential WHERE organization_id = $1 AND ballot_id = $2 ORDER BY slot', [tx.organizationId, ballotId]);
    return rows.map(({ key }) => key);
  }

  /** The acting voter's. @throws JariError NOT_ON_ROLL, CREDENTIALS_NOT_YET, NOT_AN_EMPLOYEE */
  async own(tx: Tx, ballotId: string): Promise<OwnCredential> {
    const employeeId = actingEmployeeId(tx);
    await this.store.find(tx, ballotId);
    await this.roll.requireVoter(tx, ballotId, employeeId);
    const { slot, publicKey, secret } = foundOr404(await this.keys.ofEmployee(tx, ballotId, employeeId), 'CREDENTIALS_NOT_YET');
    return { slot, publicKey, secret };
  }

  /** The server's own signing key. @throws Error before the roll is closed */
  async signingKey(tx: Tx, ballotId: string, purpose: BallotKey['purpose']): Promise<SigningKey> {
    const row = await tx.repository(BallotKey).findOneBy({ organizationId: tx.organizationId, ballotId, purpose });
    if (row === null) throw new Error(`The ballot has no ${purpose} key`);
    return { secret: new Uint8Array(row.secret), publicKey: row.publicKey };
  }

  private async keep(tx: Tx, ballotId: string, purpose: BallotKey['purpose'], { secret, publicKey }: SigningKey): Promise<void> {
    await tx.repository(BallotKey).insert({ organizationId: tx.organizationId, ballotId, purpose, secret: Buffer.from(secret), publicKey });
  }

  /** @returns the published list */
  private async publish(tx: Tx, ballotId: string, issued: readonly { readonly employeeId: string; readonly publicKey: string; readonly secret: string | null }[]): Promise<readonly string[]> {
    const list = credentialList(issued.map(({ publicKey }) => publicKey));
    const slots = new Map(list.map((publicKey, at) => [publicKey, at + 1]));
    await tx.execute('DELETE FROM ballot_credential_holder WHERE organization_id = $1 AND ballot_id = $2', [tx.organizationId, ballotId]);
    await tx.execute('DELETE FROM ballot_credential WHERE organization_id = $1 AND ballot_id = $2', [tx.organizationId, ballotId]);
    await tx.execute(
      'INSERT INTO ballot_credential (organization_id, ballot_id, slot, public_key) SELECT $1, $2, c.slot, c.key FROM unnest($3::text[]) WITH ORDINALITY AS c(key, slot)', [tx.organizationId, ballotId, list]);
    const holders = issued.map(({ employeeId, publicKey, secret }) => ({ employee_id: employeeId, slot: slots.get(publicKey) ?? 0, secret }));
    await tx.execute(
      `INSERT INTO ballot_credential_holder (organization_id, ballot_id, employee_id, slot, secret)
       SELECT $1, $2, h.employee_id, h.slot, h.secret FROM jsonb_to_recordset($3::jsonb) AS h(employee_id uuid, slot int, secret text)`, [tx.organizationId, ballotId, JSON.stringify(holders)]);
    return list;
  }
}

const statementOf = ({ id, rollHash, rollSize }: Ballot, credentials: readonly string[]): RegistrarStatement =>
  ({ ballotId: id, rollHash: rollHash ?? '', credentialListHash: credentialListHashOf(credentials), count: rollSize ?? 0 });

/** Every voter once, nobody else, and keys that are keys and differ. */
const importFaults = (voters: ReadonlyMap<string, string>, credentials: CredentialImport['credentials'], registrarKey: string): readonly Fault[] => {
  const [people, keys] = [new Set<string>(), new Set<string>()];
  const faults: Fault[] = isPublicSigningKey(registrarKey) ? [] : [{ path: 'registrarKey', code: 'KEY_MALFORMED' }];
  credentials.forEach(({ employeeNumber, publicKey }, at) => {
    if (!voters.has(employeeNumber)) faults.push({ path: `credentials[${at}].employeeNumber`, code: 'NOT_ON_ROLL' });
    if (people.has(employeeNumber)) faults.push({ path: `credentials[${at}].employeeNumber`, code: 'validation.duplicate' });
    if (!isPublicSigningKey(publicKey)) faults.push({ path: `credentials[${at}].publicKey`, code: 'KEY_MALFORMED' });
    if (keys.has(publicKey)) faults.push({ path: `credentials[${at}].publicKey`, code: 'validation.duplicate' });
    people.add(employeeNumber);
    keys.add(publicKey);
  });
  const missing = [...voters.keys()].filter((number) => !people.has(number)).length;
  if (missing > 0) faults.push({ path: 'credentials', code: 'CREDENTIALS_MISSING', params: { missing } });
  return faults;
};
