import { AUDIT_COLUMNS, AuditSealer, AuditVerifier, recordAudit, SimulatedClock, type AuditVerification, type Tx, type WorkContext } from '#platform';
import { auditVerifyCommand } from '../../../apps/cli/commands/audit/verify.command.js';
import { asSuperuser } from '../../support/cluster.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
let context: WorkContext;
let other: WorkContext;
let sealer: AuditSealer;
const clock = new SimulatedClock('2026-11-20T00:00:00Z');

let code: string;
let counter = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  sealer = new AuditSealer(db.database, clock);
});
beforeEach(async () => {
  code = `seocho-${++counter}`;
  context = await db.createOrganization(code);
  other = await db.createOrganization(`gangnam-${counter}`);
});
afterAll(() => db.dispose());

const write = (tx: Tx, ...subjects: string[]): Promise<void> =>
  recordAudit(tx, clock.now(), ...subjects.map((subjectId) => ({ action: 'round.open', subjectType: 'round', subjectId, after: { state: 'OPEN' } })));
const record = (...subjects: string[]): Promise<void> => db.database.transaction(context, (tx) => write(tx, ...subjects));
const verify = (whose = context): Promise<AuditVerification> => db.database.snapshot(whose, (tx) => new AuditVerifier().verify(tx));
/** OURS in the statement stands for the rows of this test's organisation. */
const tamper = (sql: string): Promise<object[]> => asSuperuser(db.name, sql.replaceAll('OURS', `organization_id = '${context.organizationId}'`));

/** Seals until nothing is left to seal: a transaction of another database of the server can hold the edge back for a moment. */
const seal = async (): Promise<void> => {
  do await sealer.sealAll();
  while ((await verify()).unsealedRows > 0);
};

/** Three seals: rows a–b, c, d–e. */
const sealThree = async (): Promise<void> => {
  await record('a', 'b');
  await seal();
  await record('c');
  await seal();
  await db.database.transaction(context, async (tx) => {
    await write(tx, 'd');
    await write(tx, 'e');
  });
  await seal();
};

describe("the application's own role", () => {
  for (const statement of [
    'UPDATE audit_log SET action = $$x$$', 'DELETE FROM audit_log', 'TRUNCATE audit_log',
    'UPDATE audit_seal SET hash = $$x$$', 'DELETE FROM audit_seal', 'TRUNCATE audit_seal',
    'ALTER TABLE audit_log DISABLE ROW LEVEL SECURITY', 'DROP TABLE audit_log',
    `INSERT INTO audit_log (organization_id, transaction_id, occurred_at, actor_kind, action, subject_type, request_id) SELECT organization_id, 1, now(), 'SYSTEM', 'x', 'x', 'x' FROM organization LIMIT 1`,
    `INSERT INTO audit_log (organization_id, at, occurred_at, actor_kind, action, subject_type, request_id) SELECT organization_id, now(), now(), 'SYSTEM', 'x', 'x', 'x' FROM organization`,
  ]) {
    it(`may not ${statement.slice(0, 60)}`, async () => {
      await record('a');
      await seal();
      const denied = { driverError: { code: '42501' } };
      await expect(db.database.transaction(context, (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
      await expect(db.database.system('test', (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
      expect(await verify()).toMatchObject({ intact: true, sealedRows: 1 });
    });
  }

  it('may not seal for an organisation', async () => {
    await expect(
      db.database.transaction(context, (tx) =>
        tx.execute(`INSERT INTO audit_seal VALUES ($1, 1, 0, 1, 0, 'x', 'x', now())`, [tx.organizationId])),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});

describe('sealing', () => {
  it('covers every column of the log', async () => {
    const columns = await tamper("SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_log' ORDER BY ordinal_position");
    expect(AUDIT_COLUMNS.map(({ name }) => ({ name }))).toEqual(columns);
  });

  it('makes one chain for each organisation and nothing where nothing happened', async () => {
    await sealThree();
    await sealer.sealAll();
    expect(await verify()).toMatchObject({ intact: true, seals: 3, sealedRows: 5, unsealedRows: 0, head: { number: 3 } });
    expect(await verify(other)).toMatchObject({ intact: true, seals: 0, head: null });
    await record('f');
    expect(await verify()).toMatchObject({ intact: true, seals: 3, sealedRows: 5, unsealedRows: 1 });
  });

  it('leaves out what a transaction that is still open may add, and seals it afterwards', async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let begun = (): void => undefined;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const slow = db.database.transaction(context, async (tx) => {
      // Its number is given by its first change; the audit rows follow with the commit.
      await tx.query('SELECT pg_current_xact_id()');
      await write(tx, 'slow-1');
      begun();
      await finished;
      await write(tx, 'slow-2');
    });
    await beginning;
    await record('fast');
    await sealer.sealAll();
    const meanwhile = await verify();
    finish();
    await slow;
    expect(meanwhile).toMatchObject({ sealedRows: 0, unsealedRows: 1 });
    await seal();
    expect(await verify()).toMatchObject({ intact: true, sealedRows: 3, unsealedRows: 0 });
  });

  it('misses and doubles no row while many write and several seal', async () => {
    let writing = true;
    const writers = Array.from({ length: 5 }, async (_, writer) => {
      for (let round = 0; round < 40; round++) await record(`${writer}-${round}-1`, `${writer}-${round}-2`);
    });
    const sealWhileWriting = async (): Promise<void> => {
      while (writing) await sealer.sealAll();
    };
    const sealing = [sealWhileWriting(), sealWhileWriting()];
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealing);
    await seal();
    const result = await verify();
    expect(result).toMatchObject({ intact: true, sealedRows: 400, unsealedRows: 0 });
    expect(result.seals).toBeGreaterThan(1);
  }, 60_000);

  it('is done by one process at a time', async () => {
    await record('a');
    await db.database.system('test', async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(7120412)');
      expect(await sealer.sealAll()).toEqual({ ran: false, seals: 0, rows: 0 });
    });
    await seal();
    expect(await verify()).toMatchObject({ seals: 1, sealedRows: 1 });
  });

  it('takes more rows than one page', async () => {
    await db.database.transaction(context, (tx) => write(tx, ...Array.from({ length: 5001 }, (_, index) => `row-${index}`)));
    await record('after');
    await seal();
    expect(await verify()).toMatchObject({ intact: true, sealedRows: 5002 });
  });
});

describe('tampering by whoever owns the database', () => {
  const COPY = `organization_id, occurred_at, actor_kind, action, subject_type, request_id`;
  const cases: readonly (readonly [string, string, object])[] = [
    ['a changed value', `UPDATE audit_log SET after = '{"state": "CLOSED"}' WHERE OURS AND subject_id = 'c'`, { number: 2, fault: 'ROWS' }],
    ['a changed time', `UPDATE audit_log SET at = at + interval '1 microsecond' WHERE OURS AND subject_id = 'd'`, { number: 3, fault: 'ROWS' }],
    ['a removed row', `DELETE FROM audit_log WHERE OURS AND subject_id = 'b'`, { number: 1, fault: 'ROWS', expectedRows: 2, foundRows: 1 }],
    ['an exchange of one row for another', `DELETE FROM audit_log WHERE OURS AND subject_id = 'c'; INSERT INTO audit_log (${COPY}, transaction_id) SELECT ${COPY}, (SELECT from_transaction FROM audit_seal WHERE OURS AND number = 2) FROM audit_log WHERE OURS LIMIT 1`, { number: 2, fault: 'ROWS', expectedRows: 1, foundRows: 1 }],
    ['a row slipped in behind', `INSERT INTO audit_log (${COPY}, transaction_id) SELECT ${COPY}, transaction_id FROM audit_log WHERE OURS AND subject_id = 'c'`, { number: 2, fault: 'ROWS', foundRows: 2 }],
    ['a row before the beginning', `INSERT INTO audit_log (${COPY}, transaction_id) SELECT ${COPY}, -5 FROM audit_log WHERE OURS AND subject_id = 'c'`, { number: 1, fault: 'ROWS', foundRows: 3 }],
    ['a changed seal', `UPDATE audit_seal SET row_count = 1 WHERE OURS AND number = 1`, { number: 1, fault: 'ROWS' }],
    ['a seal taken out', `DELETE FROM audit_seal WHERE OURS AND number = 2`, { number: 3, fault: 'CHAIN' }],
    ['the first seal taken out', `DELETE FROM audit_seal WHERE OURS AND number = 1`, { number: 2, fault: 'CHAIN' }],
  ];
  it.each(cases)('%s is found', async (_, sql, broken) => {
    await sealThree();
    expect(await verify()).toMatchObject({ intact: true });
    await tamper(sql);
    expect(await verify()).toMatchObject({ intact: false, firstBroken: broken });
  });

  it('is what `jari audit verify` says, with exit code 1', async () => {
    await sealThree();
    const run = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
      const written = { out: '', err: '' };
      const io = { stdout: { write: (text: string) => (written.out += text) }, stderr: { write: (text: string) => (written.err += text) } };
      return { code: await auditVerifyCommand(argv, io, { database: db.database }), ...written };
    };
    const good = await run('--organization', code);
    expect(good.code).toBe(0);
    expect(good.out).toMatch(/^seocho-\d+: 온전함 \/ intact\n.*: 3, .*: 5, .*: 0\n.*: 3 [0-9a-f]{64}\n$/);
    await tamper(`DELETE FROM audit_log WHERE OURS AND subject_id = 'd'`);
    const bad = await run('--organization', code);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain(`${code}: 훼손됨 / BROKEN`);
    expect(bad.out).toContain('first broken seal: 3 (ROWS)');
    expect((await run('--organization', `gangnam-${counter}`)).code).toBe(0);
    const everyone = await run('--json');
    expect(everyone.code).toBe(1);
    expect(JSON.parse(everyone.out)).toContainEqual(expect.objectContaining({ organization: code, intact: false, seals: 2 }));
    const unknown = await run('--organization', 'nowhere');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    await expect(run('--loud')).rejects.toThrow('--loud');
  });
});
