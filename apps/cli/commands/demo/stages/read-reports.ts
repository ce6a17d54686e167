import { OUTSIDE } from '../../../demo-loader/index.js';
import { hr, type Stage } from '../season/season.js';

interface Figure {
  readonly value: number | null;
}

interface SeasonReport {
  readonly demoMark: { readonly ko: string } | null;
  readonly summary: { readonly participants: Figure; readonly placed: Figure; readonly stayed: Figure } | null;
}

/** The figures as the product reports them, small counts masked: they must agree with what people read themselves. */
export const readReports: Stage = async (season) => {
  const { record, people, cast } = season;
  await season.progress.stage({ ko: '통계와 보고', en: 'reports read' }, 0, async () => {
    const mayor = people.as(OUTSIDE.MAYOR);
    const report = await mayor.get<SeasonReport>(`/api/reports/rounds/${record.roundId}/season`);
    const count = (state: string): number => record.results.filter((result) => result.state === state).length;
    const { summary } = report;
    const pairs = [[summary?.participants, record.results.length], [summary?.placed, count('PLACED')], [summary?.stayed, count('STAYED')]] as const;
    for (const [figure, counted] of pairs) {
      if (figure === undefined || (figure.value !== null && figure.value !== counted)) throw new Error('The report says something else than people read');
    }
    record.pages.set('season-report.json', `${JSON.stringify(report, null, 2)}\n`);
    record.pages.set('season-report.csv', await mayor.text('GET', `/api/reports/rounds/${record.roundId}/season.csv`));
    await hr(season).get(`/api/reports/rounds/${record.roundId}/concentration`);
    await people.as(cast.employee.employeeNumber).get(`/api/rounds/${record.roundId}/statistics`);
  });
};
