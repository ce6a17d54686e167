import { newId, recordAudit, type AuditVerification } from '#platform';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';

interface Item {
  id: number;
  action: string;
  subjectId: string;
  actorAccountId: string | null;
  actorName: string | null;
  before: unknown;
  after: unknown;
}

let app: TestApp;
let organizationId: string;
let auditor: Client;

beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  ({ organizationId } = await app.createOrganization('seocho'));
  auditor = await app.signInAs(organizationId, 'AUDITOR');
  const other = await app.createOrganization('gangnam');
  await app.database.transaction(other, (tx) => recordAudit(tx, app.clock.now(), { action: 'wish.readByHr', subjectType: 'employee', subjectId: 'theirs' }));
  const officer = { kind: 'PERSON', accountId: auditor.accountId, employeeId: newId(), roles: [] } as const;
  await app.database.transaction({ organizationId, requestId: 'r-1', actor: officer }, (tx) =>
    recordAudit(tx, app.clock.now(),
      { action: 'wish.readByHr', subjectType: 'employee', subjectId: 'kim' },
      { action: 'wish.readByHr', subjectType: 'employee', subjectId: 'lee' },
      { action: 'wishList.file', subjectType: 'wishList', subjectId: 'kim', before: { state: 'DRAFT' }, after: { state: 'FILED', wishes: 3 } }));
  app.clock.moveTo('2026-11-21T15:00:00Z');
  await app.database.transaction({ organizationId, requestId: 'r-2', actor: { kind: 'SYSTEM', name: 'deadline' } }, (tx) =>
    recordAudit(tx, app.clock.now(), { action: 'round.close', subjectType: 'round', subjectId: 'round-1' }));
});
afterAll(() => app.dispose());

const list = async (query: string): Promise<{ items: Item[]; next: number | null }> => {
  const answer = await auditor.get<{ items: Item[]; next: number | null }>(`/api/audit-log?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const actions = async (query: string): Promise<string[]> => (await list(query)).items.map(({ action }) => action);

it('shows an auditor who viewed whose wishes, and nobody of another organisation', async () => {
  const { items } = await list('action=wish.readByHr');
  expect(items.map(({ subjectId }) => subjectId)).toEqual(['lee', 'kim']);
  expect(items[0]).toMatchObject({ actorAccountId: auditor.accountId, actorName: `test-${auditor.accountId}` });
});

it('filters by actor, subject, noun and Korean day, and shows before and after', async () => {
  expect(await actions('subjectId=kim')).toEqual(['wishList.file', 'wish.readByHr']);
  expect(await actions('subjectType=wishList')).toEqual(['wishList.file']);
  expect(await actions('action=wish.')).toEqual(['wish.readByHr', 'wish.readByHr']);
  expect(await actions('action=wish')).toEqual([]);
  expect(await actions(`actorId=${auditor.accountId}`)).toHaveLength(3);
  expect(await actions('from=2026-11-22')).toEqual(['round.close']);
  expect(await actions('to=2026-11-21')).toHaveLength(3);
  expect((await list('subjectType=wishList')).items[0]).toMatchObject({ before: { state: 'DRAFT' }, after: { state: 'FILED', wishes: 3 } });
});

it('turns pages without gap or repetition', async () => {
  const first = await list('limit=3');
  expect(first.items).toHaveLength(3);
  const second = await list(`limit=3&before=${first.next}`);
  expect(second.next).toBeNull();
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  expect(ids).toHaveLength(4);
});

it('is read by auditors only and verified by auditors and administrators', async () => {
  const [hr, admin, mayor] = [await app.signInAs(organizationId, 'HR_OFFICER'), await app.signInAs(organizationId, 'SYSTEM_ADMIN'), await app.signInAs(organizationId, 'MAYOR')];
  for (const person of [hr, admin, mayor]) expect((await person.get('/api/audit-log')).status).toBe(403);
  for (const person of [hr, mayor]) expect((await person.get('/api/audit-log/verification')).status).toBe(403);
  const { body } = await admin.get<AuditVerification>('/api/audit-log/verification');
  expect(body).toEqual({ intact: true, seals: 0, sealedRows: 0, unsealedRows: 4, head: null, firstBroken: null });
});

it('refuses what cannot be a filter, naming each', async () => {
  const { status, body } = await auditor.get<{ faults: { path: string }[] }>('/api/audit-log?actorId=x&from=2026-02-30&limit=0&colour=red');
  expect(status).toBe(422);
  expect(body.faults.map(({ path }) => path).sort()).toEqual(['actorId', 'colour', 'from', 'limit']);
});
