import { createTestApp, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, ROUND, type RoundDistrict } from './round-district.js';

interface Own { facts: { experience?: Record<string, number>; commuteKm?: Record<string, number> }; wishes: { scoreParts?: { code: string; points: number }[] }[] }

describe('points that differ from post to post', () => {
  let app: TestApp;
  let district: RoundDistrict;
  let unit: (code: string) => string;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createRoundDistrict(app);
    const units = await app.database.transaction(district.context, (tx) => tx.query<{ id: string; code: string }>('SELECT id, code FROM org_unit WHERE organization_id = $1', [tx.organizationId]));
    unit = (code) => units.find((one) => one.code === code)?.id ?? '';
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  it('rest on records that HR alone keeps, refused with every fault at once', async () => {
    const body = (more: object = {}) => ({ records: [{ employeeId: district.people.jun, home: { latitude: 37.04123, longitude: 125 }, service: [{ unitId: unit('tax'), months: 20 }] }], ...more });
    for (const role of ['EMPLOYEE', 'MAYOR', 'AUDITOR'] as const) expect((await (await app.signInAs(district.context.organizationId, role)).put('/api/placement-records', body())).status).toBe(403);
    const faulty = await district.hr.put<{ faults: { path: string; code: string }[] }>('/api/placement-records', {
      records: [{ employeeId: unit('tax'), home: null, service: [{ unitId: district.people.jun, months: 1 }] }, ...body().records, ...body().records],
    });
    expect(faulty.body.faults.map(({ path, code }) => [path, code])).toEqual([
      ['records[0].employeeId', 'NOT_FOUND'], ['records[0].service[0].unitId', 'NOT_FOUND'], ['records[2].employeeId', 'validation.duplicate'],
    ]);
    expect((await district.hr.put('/api/unit-places', { places: [{ unitId: unit('dong'), latitude: 37, longitude: 125 }] })).status).toBe(204);
    expect((await district.hr.put('/api/placement-records', body())).status).toBe(204);
    // Kept to about a kilometre, whatever was sent, and nowhere in the audit log.
    const kept = await app.database.transaction(district.context, (tx) => tx.query<{ latitude: number }>('SELECT home_latitude AS latitude FROM placement_record WHERE organization_id = $1', [tx.organizationId]));
    expect(kept).toEqual([{ latitude: 37.04 }]);
    const audited = await app.database.transaction(district.context, (tx) => tx.query<{ after: object | null }>(`SELECT after FROM audit_log WHERE organization_id = $1 AND action = 'placementRecord.keep'`, [tx.organizationId]));
    expect(JSON.stringify(audited)).not.toMatch(/37\.|125/);
    const stranger = await app.signInAs((await app.createOrganization('elsewhere')).organizationId, 'HR_OFFICER');
    expect((await stranger.put('/api/placement-records', body())).status).toBe(422);
  });

  it('count from the next snapshot on, for the person to verify', async () => {
    const roundId = await announce(app, district);
    await district.file('jun', 'levy', 'counter');
    await closeByDeadline(app);
    const { body } = await (await district.as('jun')).get<Own>(`/api/me/rounds/${roundId}`);
    // 31 months of posting in finance, 20 before in the tax department; four kilometres from the only dong whose place is known.
    expect(body.facts).toMatchObject({ experience: { finance: 31, tax: 20 }, commuteKm: { dong: 4 } });
    const scored = await app.database.transaction(district.context, (tx) => tx.query<{ parts: Record<string, number> }>(
      'SELECT score_parts AS parts FROM round_wish WHERE organization_id = $1 AND employee_id = $2 ORDER BY choice_rank', [tx.organizationId, district.people.jun]));
    expect(scored.map(({ parts }) => parts)).toMatchObject([{ SCORE_EXPERIENCE: 20 * 50 }, { SCORE_DISTANCE: 1500 }]);
    expect(ROUND.cutOffOn).toBe('2026-12-31');
  });
});
