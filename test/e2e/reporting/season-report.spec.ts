import { parse } from 'csv-parse/sync';
import { determined } from '../../../libs/reporting/masking/testing/attacker.js';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, passFactCheck, run } from '../rounds/round-district.js';
import { readRows, type Rows } from './recount.js';
import { figures, placeSeason, playSeason, type Figure, type Report, type Season } from './season.js';

/** What the report says of a count: the number itself, or nothing when it is small or has to go with a small one. */
const agrees = (figure: Figure, people: number, value = people): boolean =>
  people > 0 && people < 5 ? figure.masked && figure.value === null : figure.masked ? figure.value === null : figure.value === value;

const NO_PEOPLE = ['PLACES', 'PER_PLACE', 'SHARE', 'LEAVING_SHARE', 'LEAVING_LIMIT', 'FILLED_SHARE', 'FIGURE'];

/** Every shown number of people in 1–4, as table × row × column. */
const small = ({ tables }: Report): string[] =>
  tables.flatMap(({ code, columns, rows: lines }) => lines.flatMap((line) => line.cells.flatMap(({ value }, index) => {
    const column = columns[index]?.code ?? '';
    return value !== null && value > 0 && value < 5 && !NO_PEOPLE.includes(column) ? [`${code} ${line.code} ${column} ${value}`] : [];
  })));

/** What a reader can add up in the tables of a report: rows and columns with totals, and what the notes say of sums. */
const sumsOf = (report: Report) => {
  const cells: { id: string; value: number }[] = [];
  const masked = new Set<string>();
  const name = (table: string, row: string, column: string): string =>
    table === 'movers' && row === 'TOTAL' && column === 'TOTAL' ? 'outcomes:MOVERS:PEOPLE' : `${table}:${row}:${column}`;
  for (const table of report.tables) {
    for (const row of table.rows) {
      row.cells.forEach((figure, index) => {
        const id = name(table.code, row.code, table.columns[index]?.code ?? '');
        cells.push({ id, value: figure.value ?? 0 });
        if (figure.masked) masked.add(id);
      });
    }
  }
  const crossed = (code: string) => {
    const table = report.tables.find((candidate) => candidate.code === code);
    const own = table?.rows.map((row) => row.code).filter((row) => row !== 'TOTAL') ?? [];
    const across = table?.columns.map((column) => column.code).filter((column) => column !== 'TOTAL' && column !== 'WITHIN_DEPARTMENT') ?? [];
    return [
      ...[...own, 'TOTAL'].map((row) => ({ total: name(code, row, 'TOTAL'), parts: across.map((column) => name(code, row, column)) })),
      ...[...across, 'TOTAL'].map((column) => ({ total: name(code, 'TOTAL', column), parts: own.map((row) => name(code, row, column)) })),
    ];
  };
  const sum = (table: string, column: string, total: string, ...parts: string[]) => ({ total: name(table, total, column), parts: parts.map((part) => name(table, part, column)) });
  const lines = [
    ...crossed('demand'), ...crossed('movers'),
    sum('outcomes', 'PEOPLE', 'PLACED', 'RANK_1', 'RANK_2', 'RANK_3', 'RANK_4', 'RANK_5'), sum('outcomes', 'PEOPLE', 'MOVERS', 'PLACED', 'OUT_OF_WISH'),
    sum('outcomes', 'PEOPLE', 'PARTICIPANTS', 'MOVERS', 'STAYED', 'UNMET', 'EXCLUDED'),
    { total: 'outcomes:PLACED:PEOPLE', parts: ['mutual:MUTUAL:PEOPLE', 'mutual:NOT_MUTUAL:PEOPLE'] },
    sum('displaced', 'PEOPLE', 'DISPLACED', 'DISPLACED_PLACED', 'DISPLACED_OUT_OF_WISH', 'DISPLACED_OTHERS'),
    sum('overrides', 'MOVES', 'TOTAL', 'VIOLATION', 'HARDSHIP', 'DUTY_NEED', 'FACT_CORRECTION', 'COMMITTEE_REQUEST', 'NO_PLACE'),
    sum('grievances', 'CASES', 'TOTAL', 'CONSULTATION', 'REVIEW', 'REHEARING'), sum('grievances', 'CASES', 'TOTAL', 'RECEIVED', 'IN_REVIEW', 'ANSWERED', 'WITHDRAWN'),
  ];
  return { cells, masked, lines };
};

describe('the report of a season', () => {
  let season: Season;
  let rows: Rows;
  let report: Report;
  const path = (rest: string): string => `/api/reports/rounds/${season.roundId}/${rest}`;
  const read = async (): Promise<Report> => (await season.hr.get<Report>(path('season'))).body;

  beforeAll(async () => {
    season = await playSeason();
  }, 180_000);
  afterAll(() => season?.app.dispose(), 60_000);

  const decide = async (): Promise<void> => {
    const { app, organizationId, roundId } = season;
    const people = (await asSuperuser<{ id: string; position: string }>(
      app.name, `SELECT employee_id AS id, outcome_position_id AS position FROM round_participant WHERE round_id = $1 AND state = 'PLACED' ORDER BY employee_id`, [roundId]));
    const [{ account: first } = { account: '' }, { account: second } = { account: '' }] = await asSuperuser<{ account: string }>(
      app.name, 'SELECT id AS account FROM account WHERE organization_id = $1 ORDER BY id LIMIT 2', [organizationId]);
    const put = (sql: string, values: unknown[]) => asSuperuser(app.name, sql, values);
    const grounds = [...Array<string>(9).fill('DUTY_NEED'), ...Array<string>(6).fill('VIOLATION'), ...Array<string>(2).fill('HARDSHIP')];
    for (const [index, ground] of grounds.entries()) {
      await put(
        `INSERT INTO placement_override (organization_id, id, proposal_id, round_id, employee_id, to_position_id, ground_code, ground_text, state, proposed_at, proposed_by_account_id, decided_at, decided_by_account_id)
         VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, $5, '가상의 사유', $6, now(), $7, now(), $8)`,
        [organizationId, roundId, people[index]?.id, people[index]?.position, ground, 'APPROVED', first, second]);
    }
    await put(
      `INSERT INTO placement_override (organization_id, id, proposal_id, round_id, employee_id, to_position_id, ground_code, ground_text, state, proposed_at, proposed_by_account_id)
       VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, 'NO_PLACE', '가상의 사유', 'REJECTED', now(), $5)`, [organizationId, roundId, people[30]?.id, people[30]?.position, first]);
    await put('DELETE FROM early_move WHERE organization_id = $1', [organizationId]);
    const early = [...Array<string>(7).fill('DISCRETION'), ...Array<string>(8).fill('REORG'), ...Array<string>(3).fill('PROMOTION')];
    for (const [index, ground] of early.entries()) {
      await put(
        `INSERT INTO early_move (organization_id, id, round_id, employee_id, year, ground_code, state, recorded_at)
         SELECT $1, gen_random_uuid(), $2, $3, extract(year FROM effective_on), $4, 'PROPOSED', now() FROM placement_round WHERE id = $2`, [organizationId, roundId, people[index + 20]?.id, ground]);
    }
    for (let index = 0; index < 12; index++) {
      const answered = index < 7;
      await put(
        `INSERT INTO grievance (organization_id, id, employee_id, round_id, kind, state, complaint_text, received_on, due_on, answer_kind, answer_text, answered_on)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, '가상의 고충', '2027-01-05', '2027-02-04', $6, $7, $8)`,
        [organizationId, people[index]?.id, roundId, index < 6 ? 'CONSULTATION' : 'REVIEW', answered ? 'ANSWERED' : 'RECEIVED',
          answered ? (index < 6 ? 'ADVICE' : 'DISMISSED') : null, answered ? '가상의 답변' : null, answered ? '2027-01-20' : null]);
    }
  };

  it('has demand and no outcomes before a run is adopted', async () => {
    const early = await read();
    expect(early.summary).toBeNull();
    expect(early.tables.map(({ code }) => code)).toEqual(['demandByDepartment', 'demandBySeries', 'demand', 'grievances']);
    expect(await season.hr.get(path('season.csv?table=movers'))).toMatchObject({ status: 409, body: { code: 'REPORT_TABLE_NOT_YET' } });
    expect(await season.hr.get(`/api/rounds/${season.roundId}/statistics`)).toMatchObject({ status: 409, body: { code: 'ROUND_WRONG_STATE' } });
  });

  describe('once a run is adopted', () => {
    beforeAll(async () => {
      await placeSeason(season);
      await decide();
      const { effectiveOn, cutOffOn } = (await season.hr.get<{ effectiveOn: string; cutOffOn: string }>(`/api/rounds/${season.roundId}`)).body;
      rows = await readRows(season.app.name, season.roundId, effectiveOn, cutOffOn);
      const started = performance.now();
      report = await read();
      console.info(`season report of ${rows.people.length} people in ${(performance.now() - started).toFixed(0)} ms`);
    }, 180_000);

    it('says 가상 데이터 and is a season worth counting', () => {
      expect(report.demoMark).toMatchObject({ ko: '가상 데이터' });
      expect(rows.people.length).toBeGreaterThan(300);
      expect(rows.people.filter(({ state }) => state === 'PLACED').length).toBeGreaterThan(100);
    });

    it('shows no count below five, and none can be solved for', () => {
      expect(small(report)).toEqual([]);
      const { cells, masked, lines } = sumsOf(report);
      expect(masked.size).toBeGreaterThan(50);
      expect(determined({ cells, lines }, masked)).toEqual([]);
      // The attacker does find a count that stands alone among shown ones.
      const [alone = ''] = [...masked].filter((id) => id.startsWith('demand:'));
      expect(determined({ cells, lines }, new Set([alone]))).toEqual([alone]);
    });

    it('counts outcomes as a plain recount does', () => {
      const at = figures(report, 'outcomes');
      const count = (state: string, rank?: number): number => rows.people.filter((person) => person.state === state && (rank === undefined || person.rank === rank)).length;
      const expected: [string, number][] = [
        ['PARTICIPANTS', rows.people.length], ['PLACED', count('PLACED')], ['MOVERS', count('PLACED') + count('OUT_OF_WISH')],
        ...['OUT_OF_WISH', 'STAYED', 'UNMET', 'EXCLUDED'].map((state): [string, number] => [state, count(state)]),
        ...[1, 2, 3, 4, 5].map((rank): [string, number] => [`RANK_${rank}`, count('PLACED', rank)]),
      ];
      expect(expected.filter(([row, people]) => !agrees(at(row, 'PEOPLE'), people))).toEqual([]);
      expect(at('PARTICIPANTS', 'PEOPLE')).toEqual({ value: rows.people.length, masked: false });
      const { placed, participants, rate, firstChoiceRate, byRank } = report.summary;
      expect(rate).toEqual(placed?.masked ? { value: null, masked: true } : { value: Math.round((count('PLACED') / rows.people.length) * 10_000) / 10_000, masked: false });
      expect(participants?.value).toBe(rows.people.length);
      expect(byRank[0]).toEqual(at('RANK_1', 'PEOPLE'));
      expect(firstChoiceRate?.value).toBe(Math.round((count('PLACED', 1) / rows.people.length) * 10_000) / 10_000);
    });

    it('counts mutual wishes and displaced people as a plain recount does', () => {
      const mutual = figures(report, 'mutual');
      const met = rows.people.filter((person) => person.state === 'PLACED' && rows.wishes.some((wish) => wish.employeeId === person.employeeId && wish.rank === person.rank && wish.mutual));
      const hoped = new Set(rows.wishes.filter((wish) => wish.mutual).map(({ employeeId }) => employeeId));
      expect(hoped.size).toBeGreaterThan(0);
      expect(agrees(mutual('MUTUAL', 'PEOPLE'), met.length)).toBe(true);
      expect(agrees(mutual('HOPED_MUTUALLY', 'PEOPLE'), hoped.size)).toBe(true);
      const displaced = rows.people.filter((person) => person.displaced);
      expect(displaced).toHaveLength(24);
      expect(agrees(figures(report, 'displaced')('DISPLACED_PLACED', 'PEOPLE'), displaced.filter(({ state }) => state === 'PLACED').length)).toBe(true);
    });

    it('counts demand by department and series as a plain recount does, once a person and department', () => {
      const seriesOf = new Map(rows.people.map(({ employeeId, series }) => [employeeId, series]));
      const pairs = [...new Set(rows.wishes.map(({ employeeId, positionId }) => `${employeeId} ${rows.department(positionId)}`))].map((pair) => pair.split(' ') as [string, string]);
      const at = figures(report, 'demand');
      const table = report.tables.find(({ code }) => code === 'demand');
      const wrong: unknown[] = [];
      let shown = 0;
      for (const { code: department } of table?.rows ?? []) {
        for (const { code: series } of table?.columns ?? []) {
          const own = pairs.filter(([employeeId, named]) => (department === 'TOTAL' || named === department) && (series === 'TOTAL' || seriesOf.get(employeeId) === series));
          const figure = at(department, series);
          if (!figure.masked && figure.value !== 0) shown++;
          if (!agrees(figure, new Set(own.map(([employeeId]) => employeeId)).size, own.length)) wrong.push([department, series, own.length, figure]);
        }
      }
      expect(wrong).toEqual([]);
      expect(table?.rows.length).toBe(new Set(pairs.map(([, department]) => department)).size + 1);
      expect(shown).toBeGreaterThan(40);
      const byDepartment = figures(report, 'demandByDepartment');
      const bySeries = figures(report, 'demandBySeries');
      for (const { code } of table?.rows ?? []) expect(byDepartment(code, 'APPLICANTS')).toEqual(at(code, 'TOTAL'));
      for (const { code } of table?.columns ?? []) expect(bySeries(code, 'APPLICANTS')).toEqual(at('TOTAL', code));
      const open = rows.seats.filter(({ state }) => state === 'OPEN').reduce((sum, { places }) => sum + places, 0);
      expect(byDepartment('TOTAL', 'PLACES').value).toBe(open);
    });

    it('counts movements and outflow as a plain recount does', async () => {
      const moved = rows.people.filter(({ state }) => state === 'PLACED' || state === 'OUT_OF_WISH');
      const at = figures(report, 'movers');
      const table = report.tables.find(({ code }) => code === 'movers');
      const wrong: unknown[] = [];
      for (const { code: from } of table?.rows ?? []) {
        for (const { code: to } of (table?.columns ?? []).filter(({ code }) => code !== 'WITHIN_DEPARTMENT')) {
          const people = moved.filter((person) => (from === 'TOTAL' || rows.group(person.from) === from) && (to === 'TOTAL' || rows.group(person.to) === to)).length;
          if (!agrees(at(from, to), people)) wrong.push([from, to, people, at(from, to)]);
        }
      }
      const outflow = figures(report, 'outflow');
      for (const { code } of report.tables.find((candidate) => candidate.code === 'outflow')?.rows ?? []) {
        const leaving = moved.filter((person) => rows.department(person.from) === code && rows.department(person.to) !== code).length;
        const arriving = moved.filter((person) => rows.department(person.to) === code && rows.department(person.from) !== code).length;
        if (!agrees(outflow(code, 'LEAVING'), leaving) || !agrees(outflow(code, 'ARRIVING'), arriving)) wrong.push([code, leaving, arriving]);
        expect(outflow(code, 'LEAVING_LIMIT').value).toBe(0.3);
      }
      expect(wrong).toEqual([]);
    });

    it('counts decisions, heavy workload and grievances as a plain recount does', () => {
      const override = figures(report, 'overrides');
      // 2 hardships take the next smallest with them; the sum stays.
      expect([override('TOTAL', 'MOVES'), override('DUTY_NEED', 'MOVES'), override('VIOLATION', 'MOVES'), override('HARDSHIP', 'MOVES'), override('NO_PLACE', 'MOVES')]).toEqual([
        { value: 17, masked: false }, { value: 9, masked: false }, { value: null, masked: true }, { value: null, masked: true }, { value: 0, masked: false },
      ]);
      const cap = figures(report, 'earlyMoveCap');
      const transfers = rows.people.filter(({ state, from, to }) => (state === 'PLACED' || state === 'OUT_OF_WISH') && from !== to).length;
      expect(cap('TRANSFERS', 'FIGURE').value).toBe(transfers);
      expect(cap('CAP', 'FIGURE').value).toBe(Math.floor(transfers / 10));
      expect(figures(report, 'earlyMoves')('TOTAL', 'MOVES').value).toBe(18);
      expect(figures(report, 'earlyMoves')('PROMOTION', 'MOVES').masked).toBe(true);

      const heavy = rows.seats.filter((seat) => seat.heavy && seat.state === 'OPEN');
      const filled = heavy.reduce((sum, seat) => sum + seat.outsiders + rows.people.filter(({ to, away }) => to === seat.positionId && away === null).length, 0);
      expect(heavy.length).toBeGreaterThan(0);
      expect(figures(report, 'heavyWorkload')('TOTAL', 'FILLED')).toEqual({ value: filled, masked: false });
      expect(figures(report, 'heavyWorkload')('TOTAL', 'PLACES').value).toBe(heavy.reduce((sum, { places }) => sum + places, 0));

      const grievance = figures(report, 'grievances');
      expect(['TOTAL', 'CONSULTATION', 'REVIEW', 'REHEARING', 'ANSWERED', 'RECEIVED', 'ADVICE', 'DISMISSED'].map((code) => grievance(code, 'CASES').value)).toEqual([12, 6, 6, 0, 7, 5, null, null]);
    });

    it('goes out as CSV, table by table and as one, marked on every line', async () => {
      const { status, headers, text } = await season.hr.get(path('season.csv?table=demandBySeries'));
      expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(/정기인사_직렬별희망_가상데이터\.csv/);
      const lines = parse(text, { bom: true }) as string[][];
      expect(lines[0]).toEqual(['직렬', '희망자', '비율', '비고']);
      const table = report.tables.find(({ code }) => code === 'demandBySeries');
      expect(lines.slice(1)).toEqual(table?.rows.map(({ label, cells }) => [label.ko, ...cells.map(({ value, masked }) => (masked ? '비공개' : String(value))), '가상 데이터']));

      const all = parse((await season.hr.get(path('season.csv?language=en'))).text, { bom: true }) as string[][];
      expect(all[0]).toEqual(['Table', 'Row', 'Column', 'Value', 'Remark']);
      expect(all).toHaveLength(1 + report.tables.reduce((sum, { rows: tableRows, columns }) => sum + tableRows.length * columns.length, 0));
      expect(all.slice(1).every((line) => line[4]?.includes('가상 데이터'))).toBe(true);
      expect((await season.hr.get(path('season.csv?table=nothing'))).status).toBe(422);
    });

    it('is for HR, the mayor and the auditor; concentration for HR alone', async () => {
      const status = async (role: 'MAYOR' | 'AUDITOR' | 'DEPARTMENT_HEAD' | 'EMPLOYEE', rest: string) => (await (await season.app.signInAs(season.organizationId, role)).get(path(rest))).status;
      expect(await Promise.all([status('MAYOR', 'season'), status('AUDITOR', 'season.csv'), status('DEPARTMENT_HEAD', 'season'), status('EMPLOYEE', 'season.csv')])).toEqual([200, 200, 403, 403]);
      expect(await Promise.all([status('MAYOR', 'concentration'), status('AUDITOR', 'concentration'), status('EMPLOYEE', 'concentration')])).toEqual([403, 403, 403]);
      const { body, text } = await season.hr.get<{ posts: { positionId: string; applicants: number }[] }>(path('concentration'));
      const named = (positionId: string): number => rows.wishes.filter((wish) => wish.positionId === positionId).length;
      expect(body.posts.map(({ applicants }) => applicants)).toEqual(body.posts.map(({ positionId }) => named(positionId)));
      expect(body.posts.length).toBe(new Set(rows.wishes.map(({ positionId }) => positionId).filter((id) => named(id) >= 5)).size);
      expect(text).not.toMatch(/기피/);
      const audit = await asSuperuser<{ n: number }>(season.app.name, `SELECT count(*)::int AS n FROM audit_log WHERE action = 'report.readConcentration'`);
      expect(audit[0]?.n).toBe(1);
    });

    it('shows everybody the satisfaction of wishes once the orders are out, with the same masks, and nothing else', async () => {
      await asSuperuser(season.app.name, `UPDATE placement_round SET state = 'ORDERED' WHERE id = $1`, [season.roundId]);
      const employee = await season.app.signInAs(season.organizationId, 'EMPLOYEE');
      const { status, body } = await employee.get<Report>(`/api/rounds/${season.roundId}/statistics`);
      expect(status).toBe(200);
      expect(body.summary).toEqual(report.summary);
      expect(body.tables).toEqual(report.tables.filter(({ code }) => ['outcomes', 'satisfaction', 'mutual'].includes(code)));
      expect(body.demoMark?.ko).toBe('가상 데이터');
    });
  });
});

describe('the report of a very small round', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
  });
  afterAll(() => app.dispose(), 60_000);

  it('keeps nearly everything back, and says so', async () => {
    const district = await createRoundDistrict(app);
    const roundId = await announce(app, district);
    await district.file('jun', 'levy', 'counter');
    await district.file('sora', 'accounts');
    await closeByDeadline(app);
    const { id } = await run(app, district, roundId);
    passFactCheck(app);
    expect((await district.hr.post(`/api/rounds/${roundId}/runs/${id}/adoption`, { reason: '채택' })).status).toBe(200);
    const { status, body } = await district.hr.get<Report>(`/api/reports/rounds/${roundId}/season`);
    expect(status).toBe(200);
    expect(small(body)).toEqual([]);
    expect(body.summary['placed']).toEqual({ value: null, masked: true });
    expect(body.summary['rate']).toEqual({ value: null, masked: true });
    expect(body.maskNote.ko).toContain('5명 미만');
  });
});
