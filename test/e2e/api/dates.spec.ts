import type { ErrorBody } from '#contracts';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';

describe('dates and moments that do not exist', () => {
  let app: TestApp;
  let hr: Client;
  beforeAll(async () => {
    app = await createTestApp();
    const { organizationId } = await app.createOrganization();
    hr = await app.signInAs(organizationId, 'HR_OFFICER');
  });
  afterAll(() => app.dispose());

  const codes = ({ faults }: ErrorBody): readonly (readonly [string, string])[] => faults.map(({ path, code }) => [path, code] as const);
  const ROUND = {
    name: '2027년 상반기 정기인사', kind: 'REGULAR', opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-12-10T09:00:00+09:00', cutOffOn: '2026-12-31',
    resultsOn: '2026-12-28', effectiveOn: '2027-01-01',
  };
  const create = (changed: object) => hr.post<ErrorBody>('/api/rounds', { ...ROUND, ...changed });

  it.each(['2026-02-30', '2026-13-01', '26-1-1', '2026-1-1', 'tomorrow', '2026-12-31T00:00:00Z', '', 20261231])('is told that %p is no date', async (cutOffOn) => {
    const { status, body } = await create({ cutOffOn });
    expect(status).toBe(422);
    expect(codes(body)).toEqual([['cutOffOn', 'validation.date']]);
    expect(body.faults[0]?.message.ko).toContain('날짜');
    expect(body.faults[0]?.message.en).toContain('date');
  });

  it.each(['2026-02-30T09:00:00+09:00', '2026-12-10', '2026-12-10T09:00:00', '2026-12-10T24:00:00Z', 'noon'])('is told that %p is no moment', async (closesAt) => {
    expect(codes((await create({ closesAt })).body)).toEqual([['closesAt', 'validation.dateTime']]);
  });

  it('is told of all of them together, each by its own code', async () => {
    const { body } = await create({ cutOffOn: '2026-02-30', opensAt: 'noon', effectiveOn: null, name: 7 });
    expect(codes(body)).toEqual(expect.arrayContaining([
      ['cutOffOn', 'validation.date'], ['opensAt', 'validation.dateTime'], ['effectiveOn', 'validation.required'], ['name', 'validation.text'],
    ]));
    expect(body.faults).toHaveLength(4);
  });

  it('is told so in an address as well', async () => {
    expect(codes((await hr.get<ErrorBody>('/api/criteria?on=2026-02-30')).body)).toEqual([['on', 'validation.date']]);
  });

  it('has its days and moments when they exist', async () => {
    expect((await create({})).status).toBe(201);
  });
});
