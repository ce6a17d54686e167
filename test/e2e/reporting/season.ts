import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { loadDemoDistrict } from '../../../apps/cli/demo-loader/index.js';

export interface Season {
  readonly app: TestApp;
  readonly organizationId: string;
  readonly roundId: string;
  readonly hr: Client;
}

const must = async <T>(answer: Promise<{ status: number; body: T; text: string }>, status: number): Promise<T> => {
  const got = await answer;
  if (got.status !== status) throw new Error(`${got.status} ${got.text}`);
  return got.body;
};

/** The demo district's round with its snapshot taken, and a run adopted if wanted. */
export const playSeason = async (): Promise<Season> => {
  const app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  await loadDemoDistrict(app.url, app.clock);
  const [{ organizationId, roundId } = { organizationId: '', roundId: '' }] = await asSuperuser<{ organizationId: string; roundId: string }>(
    app.name, 'SELECT organization_id AS "organizationId", id AS "roundId" FROM placement_round');
  const hr = await app.signInAs(organizationId, 'HR_OFFICER');
  const round = await must(hr.get<Record<string, string>>(`/api/rounds/${roundId}`), 200);
  const { version, name, kind, noticeOn, opensAt, closesAt, cutOffOn, resultsOn, effectiveOn } = round;
  await must(hr.put(`/api/rounds/${roundId}`, {
    version, name, kind, noticeOn, opensAt, closesAt, cutOffOn, resultsOn, effectiveOn, seed: 'season', resolutionNumber: '2026-17', resolvedOn: '2026-11-20',
  }), 200);
  app.clock.moveTo(`${noticeOn}T03:00:00Z`);
  await must(hr.post(`/api/rounds/${roundId}/notice`), 200);
  for (const moment of [opensAt, closesAt]) {
    app.clock.moveTo(String(moment));
    await app.runJobs();
  }
  return { app, organizationId, roundId, hr };
};

export const placeSeason = async ({ app, hr, roundId }: Season): Promise<void> => {
  const { until } = await must(hr.get<{ until: string }>(`/api/rounds/${roundId}/fact-check`), 200);
  const { id } = await must(hr.post<{ id: string }>(`/api/rounds/${roundId}/runs`, { label: '기본안' }), 202);
  await app.runJobs();
  app.clock.moveTo(until);
  await must(hr.post(`/api/rounds/${roundId}/runs/${id}/adoption`, { reason: '기본안을 채택합니다.' }), 200);
};

export interface Figure { readonly value: number | null; readonly masked: boolean }
export interface Table {
  readonly code: string;
  readonly title: { ko: string; en: string };
  readonly columns: readonly { code: string; label: { ko: string; en: string } }[];
  readonly rows: readonly { code: string; label: { ko: string; en: string }; cells: readonly Figure[] }[];
}
export interface Report {
  readonly demoMark: { ko: string; en: string } | null;
  readonly maskNote: { ko: string; en: string };
  readonly summary: Record<string, Figure> & { byRank: readonly Figure[] };
  readonly tables: readonly Table[];
}

/** Figures of a table by row and column. */
export const figures = (report: Report, code: string): ((row: string, column: string) => Figure) => {
  const table = report.tables.find((candidate) => candidate.code === code);
  if (table === undefined) throw new Error(`No table ${code}`);
  return (row, column) => {
    const figure = table.rows.find((candidate) => candidate.code === row)?.cells[table.columns.findIndex((candidate) => candidate.code === column)];
    if (figure === undefined) throw new Error(`No figure ${row} × ${column} in ${code}`);
    return figure;
  };
};
