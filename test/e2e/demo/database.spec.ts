import { openDemoDatabase } from '../../../apps/cli/commands/demo/season/demo-database.js';
import { asSuperuser, databaseUrl } from '../../support/cluster.js';

const names = async (): Promise<readonly string[]> => (await asSuperuser<{ name: string }>('postgres', 'SELECT datname AS name FROM pg_database')).map(({ name }) => name);

describe('the database of a season on an outside server', () => {
  it('is made anew beside the others, for one season at a time', async () => {
    const silent = (): void => undefined;
    const first = await openDemoDatabase('', databaseUrl('postgres'), silent);
    expect(new URL(first.url).pathname).toBe('/jari_demo_season');
    await asSuperuser('jari_demo_season', 'CREATE TABLE left_over (id int)');
    await expect(openDemoDatabase('', databaseUrl('postgres'), silent)).rejects.toThrow('another demo season');
    expect(await names()).toContain('jari_template');
    await first.close();

    const second = await openDemoDatabase('', databaseUrl('postgres'), silent);
    expect(await asSuperuser('jari_demo_season', `SELECT 1 FROM pg_tables WHERE tablename = 'left_over'`)).toEqual([]);
    expect(await asSuperuser('jari_demo_season', `SELECT 1 FROM pg_tables WHERE tablename = 'placement_round'`)).toHaveLength(1);
    await second.close();
    await asSuperuser('postgres', 'DROP DATABASE jari_demo_season');
  }, 120_000);
});
