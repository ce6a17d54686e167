import { jest } from '@jest/globals';
import { Organization } from '../../../libs/platform/accounts/organization.entity.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

describe('the door to the database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.dispose());

  it('shows the own organisation only, whatever a query forgets', async () => {
    const here = await db.createOrganization('here');
    await db.createOrganization('there');
    const rows = await db.database.transaction(here, (tx) => tx.query<{ code: string }>('SELECT code FROM organization'));
    expect(rows).toEqual([{ code: 'here' }]);
  });

  it('refuses to write a row of another organisation', async () => {
    const [mine, yours] = [await db.createOrganization('mine'), await db.createOrganization('yours')];
    await expect(
      db.database.transaction(mine, (tx) =>
        tx.execute("INSERT INTO role_grant (organization_id, id, account_id, role, valid_from, created_at) VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'MAYOR', '2026-01-01', now())", [yours.organizationId]),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('rolls back as a whole and runs hooks after commit only', async () => {
    const context = await db.createOrganization('whole');
    const hook = jest.fn();
    await expect(
      db.database.transaction(context, async (tx) => {
        tx.afterCommit(hook);
        await tx.execute("UPDATE organization SET name = 'half'");
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(hook).not.toHaveBeenCalled();
    const [row] = await db.database.transaction(context, (tx) => {
      tx.afterCommit(hook);
      return tx.query<{ name: string }>('SELECT name FROM organization');
    });
    expect(row?.name).toBe('가상구 whole');
    expect(hook).toHaveBeenCalledTimes(1);
  });

  it('sends what waits for the commit in order and last, and fails with it', async () => {
    const context = await db.createOrganization('last');
    const name = () => db.database.transaction(context, async (tx) => (await tx.one<{ name: string }>('SELECT name FROM organization'))?.name);
    await db.database.transaction(context, async (tx) => {
      tx.executeAtCommit("UPDATE organization SET name = name || ' 1'");
      tx.executeAtCommit("UPDATE organization SET name = name || ' 2'");
      await tx.execute("UPDATE organization SET name = '0'");
    });
    expect(await name()).toBe('0 1 2');
    const hook = jest.fn();
    await expect(
      db.database.transaction(context, async (tx) => {
        tx.afterCommit(hook);
        await tx.execute("UPDATE organization SET name = 'half'");
        tx.executeAtCommit('UPDATE organization SET name = NULL');
        tx.executeAtCommit("UPDATE organization SET name = 'whole'");
      }),
    ).rejects.toMatchObject({ driverError: { code: '23502' } });
    expect(hook).not.toHaveBeenCalled();
    expect(await name()).toBe('0 1 2');
  });

  it('acknowledges nothing after a failure that somebody swallowed', async () => {
    const context = await db.createOrganization('swallowed');
    await expect(
      db.database.transaction(context, async (tx) => {
        await tx.execute("UPDATE organization SET name = 'kept?'");
        await tx.execute('UPDATE organization SET name = NULL').catch(() => undefined);
      }),
    ).rejects.toThrow('rolled back');
  });

  it('refuses a statement that comes after the end', async () => {
    const context = await db.createOrganization('late');
    const ended = await db.database.transaction(context, async (tx) => ({ tx }));
    await expect(ended.tx.query('SELECT 1')).rejects.toThrow('has ended');
  });

  it('lets a repository join the transaction', async () => {
    const context = await db.createOrganization('joined');
    await expect(
      db.database.transaction(context, async (tx) => {
        const repository = tx.repository(Organization);
        await repository.save({ ...(await repository.findOneByOrFail({})), name: 'saved' });
        expect(await tx.one('SELECT name FROM organization')).toEqual({ name: 'saved' });
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await db.database.transaction(context, (tx) => tx.one('SELECT name FROM organization'))).toEqual({ name: '가상구 joined' });
  });

  it('answers before the organisation is known, and shows no row then', async () => {
    await db.createOrganization('unseen');
    expect(await db.database.ask('SELECT code FROM organization', [])).toEqual([]);
  });

  it('lets the application add audit rows but never change or remove them', async () => {
    const context = await db.createOrganization('audited');
    for (const statement of ['UPDATE audit_log SET action = $1', 'DELETE FROM audit_log WHERE action = $1', 'DELETE FROM audit_seal WHERE hash = $1']) {
      await expect(db.database.transaction(context, (tx) => tx.execute(statement, ['x']))).rejects.toThrow('permission denied');
      await expect(db.database.system('test', (tx) => tx.execute(statement, ['x']))).rejects.toThrow('permission denied');
    }
  });
});
