import type { INestApplicationContext } from '@nestjs/common';
import { canonicalJson, signSpec } from '#ballot-box';
import { CLOSE_BALLOT, SWEEP_INTAKE } from '#ballots';
import { JobQueue, SessionService, type Tx } from '#platform';
import { playKeygen, PlayedElection, type ElectionOptions } from '../../../../libs/ballot-box/testing/index.js';

/** Somebody on the roll, with an account that can sign in. */
export interface InstalledVoter {
  readonly employeeId: string;
  readonly accountId: string;
}

export interface BallotToInstall {
  readonly ballotId: string;
  readonly positionId: string;
  /** In the order of their slots. */
  readonly voters: readonly InstalledVoter[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly candidates: readonly string[];
}

const DAY_MS = 86_400_000;
const inSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** An election in memory, its registrar and trustees included, whose slots are those of the voters. */
export const playElection = ({ ballotId, voters, opensAt, closesAt, candidates }: BallotToInstall, more: ElectionOptions = {}): PlayedElection =>
  new PlayedElection({
    voters: voters.length, keygen: playKeygen({ ballotId, n: 3, k: 2 }), candidates, nota: true, ...more,
    spec: { opensAt: inSeconds(opensAt), closesAt: inSeconds(closesAt), checkingSeconds: 0, quorum: 5, minimumCast: 5, ...more.spec },
  });

/**
 * Writes the election as an open ballot whose preparation is over: what nomination, roll, key generation and signatures leave
 * in the database, without the days they take. The jobs of its times wait in the queue.
 */
export const installElection = async (app: INestApplicationContext, tx: Tx, ballot: BallotToInstall, { open, registrar, boardKey, keygen, voters }: PlayedElection): Promise<void> => {
  const { ballotId, opensAt, closesAt } = ballot;
  const { spec, electionId } = open;
  const before = new Date(opensAt.getTime() - DAY_MS);
  await tx.execute(
    `INSERT INTO ballot (organization_id, id, name, position_id, effective_on, state, version, method, ties_allowed, tie_rule, quorum, minimum_cast, nominations_until, appeals_until, opens_at, closes_at,
       checking_seconds, credential_mode, crypto_group, threshold, created_at, roll_closed_at, roll_size, roll_hash, roll_salt, registrar_key, registrar_signature, specification, election_id)
     VALUES ($1, $2, '과장 선출', $3, $4::date, 'OPEN', 1, $5, false, $6, $7, $8, $9, $9, $4, $10, $11, 'SEPARATE', $12, $13, $9, $9, $14, $15, 'salt', $16, $17, $18, $19)`,
    [tx.organizationId, ballotId, ballot.positionId, opensAt, spec.method, spec.tieRule, spec.quorum, spec.minimumCast, before, closesAt,
      spec.checkingSeconds, spec.group, spec.k, spec.rollSize, spec.rollHash, registrar.publicKey, spec.registrarSignature, canonicalJson(spec), electionId]);
  const people = JSON.stringify(voters.map(({ slot, credential }, at) => ({ slot, key: credential.publicKey, employee_id: ballot.voters[at]?.employeeId })));
  const from = 'FROM jsonb_to_recordset($3::jsonb) AS v(slot integer, key text, employee_id uuid)';
  for (const statement of [
    `INSERT INTO ballot_voter (organization_id, ballot_id, employee_id, grade, state, source) SELECT $1, $2, v.employee_id, 5, 'LISTED', 'GRADE' ${from}`,
    `INSERT INTO ballot_credential (organization_id, ballot_id, slot, public_key) SELECT $1, $2, v.slot, v.key ${from}`,
    `INSERT INTO ballot_credential_holder (organization_id, ballot_id, employee_id, slot) SELECT $1, $2, v.employee_id, v.slot ${from}`,
  ]) await tx.execute(statement, [tx.organizationId, ballotId, people]);
  await tx.execute(`INSERT INTO ballot_key (organization_id, ballot_id, purpose, secret, public_key) VALUES ($1, $2, 'BOARD', $3, $4)`, [tx.organizationId, ballotId, boardKey.secret, boardKey.publicKey]);
  for (const { index, keys } of keygen.trustees) {
    await tx.execute('INSERT INTO ballot_spec_signature (organization_id, ballot_id, trustee_index, signature, signed_at) VALUES ($1, $2, $3, $4, $5)',
      [tx.organizationId, ballotId, index, signSpec(electionId, index, keys.signing).signature, before]);
  }
  const jobs = app.get(JobQueue, { strict: false });
  await jobs.enqueue(tx, CLOSE_BALLOT, { ballotId }, { runAt: closesAt, key: ballotId });
  await jobs.enqueue(tx, SWEEP_INTAKE, { ballotId }, { runAt: opensAt, key: ballotId });
};

/** Opens a session for each. @returns their `Cookie` headers */
export const openSessions = async (app: INestApplicationContext, tx: Tx, voters: readonly InstalledVoter[]): Promise<string[]> => {
  const sessions = app.get(SessionService, { strict: false });
  const cookies: string[] = [];
  for (const { accountId } of voters) cookies.push(`jari_session=${(await sessions.open(tx, accountId)).token}`);
  return cookies;
};
