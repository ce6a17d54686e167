import { createTestApp, type TestApp } from '../../support/test-app.js';
import { createMatchedRound, type MatchedRound } from './matched-round.js';

interface Detail { certificate: { holds: boolean; released?: string[]; setAside?: object; phases: { nonWasteful: { holds: boolean; count: number; items?: object[] }; paretoEfficient: { holds: boolean; improvement?: { steps: { employee: string }[] } | null } }[] } }

describe('the certificate of a run', () => {
  let app: TestApp;
  let season: MatchedRound;
  let url: string;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    season = await createMatchedRound(app);
    const [run] = await season.sql<{ id: string }>('SELECT id FROM placement_run WHERE organization_id = $1');
    url = `/api/rounds/${season.roundId}/runs/${run?.id}`;
    // What the proof of a mechanism that promises less finds, in the shape of the engine.
    const improvement = { kind: 'cycle', steps: [{ employee: '7002', from: 'P-counter', to: 'P-levy' }, { employee: '7004', from: 'P-levy', to: 'P-counter' }] };
    const wasted = { holds: false, count: 1, items: [{ employee: '7003', seat: 'P-contracts', free: 1 }] };
    await season.sql(
      `UPDATE placement_run SET certificate = certificate || '{"released": ["7001"], "setAside": {"7006": "P-audit"}}'
         || jsonb_build_object('phases', jsonb_build_array(certificate->'phases'->0 || jsonb_build_object('nonWasteful', $2::jsonb, 'paretoEfficient', $3::jsonb)))
       WHERE organization_id = $1 RETURNING id`, JSON.stringify(wasted), JSON.stringify({ holds: false, improvement }));
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  it('tells mayor, committee and auditor what holds, and of nobody what they wished for', async () => {
    for (const reader of [season.mayor, season.member, season.auditor]) {
      const { status, body } = await reader.get<Detail>(url);
      expect(status).toBe(200);
      expect(body.certificate.phases[0]).toMatchObject({ nonWasteful: { holds: false, count: 1 }, paretoEfficient: { holds: false } });
      // Of the certificate alone: a hash may hold such digits by chance.
      expect(JSON.stringify(body.certificate)).not.toMatch(/700\d|"items"|"steps"|P-(counter|levy|contracts|audit)/);
    }
  });

  it('shows HR the people, one row in the audit log for each whose wishes it names', async () => {
    const rows = () => season.sql<{ id: string }>(`SELECT subject_id AS id FROM audit_log WHERE organization_id = $1 AND action = 'wish.readByHr'`);
    expect(await rows()).toEqual([]);
    const { body } = await season.hr.get<Detail>(url);
    expect(body.certificate).toMatchObject({ released: ['7001'], setAside: { 7006: 'P-audit' }, phases: [{ nonWasteful: { items: [{ employee: '7003' }] } }] });
    expect(body.certificate.phases[0]?.paretoEfficient.improvement?.steps.map(({ employee }) => employee)).toEqual(['7002', '7004']);
    const { jun, sora, bora } = season.district.people;
    expect((await rows()).map(({ id }) => id).sort()).toEqual([jun, sora, bora].sort());
  });
});
