import { newId } from '#platform';
import type { Answer, Client, TestApp } from '../../support/test-app.js';
import { createRoundDistrict, ROUND, type RoundDistrict } from '../rounds/round-district.js';
import type { Planter } from './planter.js';

interface WithId { readonly id: string }
type Method = 'post' | 'put' | 'patch';

/** Sends the body with a mark instead of every `null` text it names; the request has to succeed. */
export type Write = <T = WithId>(client: Client, method: Method, path: string, texts: readonly string[], body?: object) => Promise<T>;

/** @param asText what a mark must look like in a field that does not take every text */
const asText: Readonly<Record<string, (mark: string) => string>> = { evidenceUrl: (mark) => `https://example.kr/${encodeURIComponent(mark)}` };

const writer = (planter: Planter, done: Set<string>): Write => async <T>(client: Client, method: Method, path: string, texts: readonly string[], body: object = {}) => {
  const route = `${method.toUpperCase()} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{}')}`;
  const marks = Object.fromEntries(texts.map((name) => {
    done.add(`${route} ${name}`);
    const mark = planter.mark(`${route} ${name}`);
    return [name, asText[name]?.(mark) ?? mark];
  }));
  const answer = (await client[method](path, { ...body, ...marks })) as Answer<T>;
  if (answer.status >= 300) throw new Error(`${route} → ${answer.status} ${answer.text}`);
  return answer.body;
};

const makeHead = async (app: TestApp, { context }: RoundDistrict): Promise<{ readonly employeeId: string; readonly client: Client }> => {
  const [employeeId, positionId] = [newId(), newId()];
  await app.database.transaction(context, async (tx) => {
    await tx.execute(
      `INSERT INTO position (organization_id, id, code, unit_id, duty, authorized_headcount, highest_grade, lowest_grade, job_series, required_licences, headship, heavy_workload, specialist, valid_from, version)
       SELECT $1, $2, 'P-head', id, '재무과장', 1, 5, 5, '{}', '{}', 'DEPARTMENT_HEAD', false, false, '2015-01-01', 1 FROM org_unit WHERE organization_id = $1 AND code = 'finance'`, [tx.organizationId, positionId]);
    await tx.execute(`INSERT INTO employee (organization_id, id, employee_number, name, grade, job_series, appointment_type, hired_on, licences) VALUES ($1, $2, '5001', '가상 과장', 5, '행정', 'REGULAR', '2010-01-01', '{}')`, [tx.organizationId, employeeId]);
    await tx.execute(`INSERT INTO assignment (organization_id, id, employee_id, position_id, started_on, cause) VALUES ($1, $2, $3, $4, '2024-01-01', 'TRANSFER')`, [tx.organizationId, newId(), employeeId, positionId]);
  });
  return { employeeId, client: await app.signInAs(context.organizationId, 'DEPARTMENT_HEAD', employeeId) };
};

export interface MarkedSeason {
  readonly district: RoundDistrict;
  readonly roundId: string;
  /** `METHOD path field` of every text that was written and taken. */
  readonly written: ReadonlySet<string>;
}

/**
 * A season in which everybody who can write something does, successfully, and every text is a mark.
 * @param runJobs does what is due
 */
export const playMarkedSeason = async (app: TestApp, planter: Planter, runJobs: () => Promise<unknown>): Promise<MarkedSeason> => {
  const written = new Set<string>();
  const write = writer(planter, written);
  const district = await createRoundDistrict(app);
  const { hr, posts, people, context } = district;
  const head = await makeHead(app, district);
  const as = (role: 'HR_OFFICER' | 'MAYOR' | 'COMMITTEE_MEMBER') => app.signInAs(context.organizationId, role);
  const [second, mayor, member] = [await as('HR_OFFICER'), await as('MAYOR'), await as('COMMITTEE_MEMBER')];
  const [jun, sora, bora, mina] = [await district.as('jun'), await district.as('sora'), await district.as('bora'), await district.as('mina')];

  // All year.
  const wish = (post: keyof typeof posts, reasonCode = 'HEALTH') => ({ positionId: posts[post], reasonCode, reasonText: planter.mark('PUT /api/me/wish-list wishes[].reasonText') });
  await write(jun, 'put', '/api/me/wish-list', [], { version: 0, file: false, wishes: [wish('counter'), wish('levy', 'FAMILY_CARE')] });
  await write(jun, 'put', '/api/me/wish-list', [], { version: 1, file: true, wishes: [wish('counter', 'EXPERTISE'), wish('levy')] });
  await write(sora, 'put', '/api/me/wish-list', [], { version: 0, file: true, wishes: [wish('accounts')] });
  await write(bora, 'put', '/api/me/wish-list', [], { version: 0, file: true, wishes: [wish('counter')] });
  await write(mina, 'put', '/api/me/wish-list', [], { version: 0, file: true, wishes: [wish('levy')] });
  const item = await write(jun, 'post', '/api/me/preparation-items', ['what', 'evidenceUrl', 'evidenceNote'], { positionId: posts.counter });
  await write(jun, 'put', `/api/me/preparation-items/${item.id}`, ['what', 'evidenceUrl', 'evidenceNote'], { version: 1 });
  await write(jun, 'put', `/api/me/preparation-items/${item.id}/check-ins`, ['note']);
  const search = await write(jun, 'post', '/api/me/saved-searches', ['name'], { filter: { text: planter.mark('POST /api/me/saved-searches filter.text') } });
  await write(jun, 'put', `/api/me/saved-searches/${search.id}`, ['name'], { version: 1, filter: {} });
  await write(hr, 'post', `/api/employees/${people.haru}/circumstances`, ['caseNumber', 'note'], { kind: 'ILLNESS', validFrom: '2026-01-01', validUntil: null });
  await write(hr, 'post', '/api/relations', ['note'], { employeeId: people.mina, otherEmployeeId: people.haru, kind: 'COUPLE' });
  await write(hr, 'post', `/api/employees/${people.yuna}/absences`, ['detail'], { kind: 'SECONDMENT', type: null, absentFrom: '2027-06-01', absentUntil: null });
  await write(head.client, 'put', `/api/head/staff-requests/${posts.accounts}`, [], { version: 0, requests: [{ employeeId: people.sora, note: planter.mark('PUT /api/head/staff-requests/{} requests[].note') }] });
  await write(hr, 'put', '/api/criteria/RETURNER', [], { value: { monthsBefore: 9 }, validFrom: '2030-01-01', validTo: null, legalBasis: { ko: planter.mark('PUT /api/criteria/RETURNER legalBasis.ko'), en: planter.mark('PUT /api/criteria/RETURNER legalBasis.en') } });

  // A round that is announced, corrected and cancelled.
  const announce = async (): Promise<string> => {
    const { id } = await write(hr, 'post', '/api/rounds', ['name', 'resolutionNumber'], { ...ROUND });
    await write(hr, 'post', `/api/rounds/${id}/notice`, []);
    return id;
  };
  app.clock.moveTo('2026-11-23T00:00:00Z');
  const given = await announce();
  await write(hr, 'post', `/api/rounds/${given}/way-back`, ['reason']);
  await write(hr, 'post', `/api/rounds/${given}/cancellation`, ['reason']);

  // The round.
  const roundId = await announce();
  const round = (rest: string): string => `/api/rounds/${roundId}/${rest}`;
  const waiver = await write(bora, 'post', `/api/me/rounds/${roundId}/waivers`, ['text'], { ruleCode: 'MINIMUM_TENURE', groundCode: 'FAMILY_CARE' });
  await write(hr, 'post', round(`waivers/${waiver.id}/decision`), ['text'], { granted: true });
  await write(hr, 'post', round('waivers'), ['text'], { employeeId: people.jun, ruleCode: 'MINIMUM_TENURE', groundCode: 'FAMILY_CARE' });
  await write(hr, 'post', round('post-changes'), ['reason'], { positionId: posts.counter, kind: 'CHANGED', closesAt: '2026-12-15T00:00:00Z' });
  for (const moment of ['2026-12-01T00:00:00Z', '2026-12-10T09:00:00Z']) {
    app.clock.moveTo(moment);
    await runJobs();
  }
  await write(sora, 'post', `/api/me/rounds/${roundId}/facts/dispute`, ['text']);
  await write(hr, 'post', round(`participants/${people.sora}/facts/settlement`), ['text']);
  await write(hr, 'post', round('hardship-amendments'), ['reason'], {
    employeeId: people.haru, ground: 'ILLNESS', closesAt: '2026-12-15T00:00:00Z',
    wishes: [{ positionId: posts.accounts, reasonCode: 'HEALTH', reasonText: planter.mark('POST /api/rounds/{}/hardship-amendments wishes[].reasonText') }],
  });
  for (const [index, open] of (await hr.get<{ id: string; state: string }[]>(round('waivers'))).body.filter(({ state }) => state === 'REQUESTED').entries()) {
    await write(hr, 'post', round(`waivers/${open.id}/decision`), ['text'], { granted: index % 2 === 1 });
  }
  const run = await write(hr, 'post', round('runs'), ['label']);
  await runJobs();
  app.clock.moveTo('2026-12-13T09:00:00Z');
  await write(hr, 'post', round(`runs/${run.id}/adoption`), ['reason']);
  const acceptAll = async (): Promise<void> => {
    for (const open of (await hr.get<{ id: string; state: string }[]>(round('violations'))).body.filter(({ state }) => state === 'OPEN')) {
      await write(hr, 'post', round(`violations/${open.id}/acceptance`), ['reason']);
    }
  };
  await acceptAll();

  // Exceptions and decisions.
  const propose = () => write(hr, 'post', round('overrides'), ['groundText'], { groundCode: 'DUTY_NEED', moves: [{ employeeId: people.mina, toPositionId: posts.counter }] });
  await write(second, 'post', round(`overrides/${(await propose()).id}/decision`), ['text'], { approved: false });
  await write(second, 'post', round(`overrides/${(await propose()).id}/decision`), ['text'], { approved: true });
  await acceptAll();
  const recusal = await write(member, 'post', round('recusals'), ['groundText'], { type: 'SELF', subjectEmployeeId: people.yuna });
  await write(mayor, 'post', round(`recusals/${recusal.id}/decision`), ['text'], { upheld: true });
  const review = (decision: string) => write(hr, 'post', round('reviews'), ['resolutionNumber', 'opinion'], { decision, heldOn: '2026-12-10' });
  await review('SENT_BACK');
  await review('ENDORSED');
  await write(mayor, 'post', round('approval/sending-back'), ['reason']);
  await review('ENDORSED');
  await write(mayor, 'post', round('approval'), ['reason']);
  await write(mayor, 'post', round('approval/withdrawal'), ['reason']);
  await write(mayor, 'post', round('approval'), ['reason']);
  const { hash } = (await hr.get<{ hash: string }>(round('order-draft'))).body;
  const order = await write<{ id: string; items: { id: string; employeeId: string }[] }>(hr, 'post', round('order'), [], { draftHash: hash });
  await runJobs();
  const line = order.items.find(({ employeeId }) => employeeId === people.mina);
  await write(mayor, 'post', `/api/orders/${order.id}/corrections`, ['reason'], { lines: [{ itemId: line?.id, toPositionId: posts.levy }] });

  // Grievances.
  app.clock.moveTo('2027-01-05T01:00:00Z');
  const grievance = await write(mina, 'post', '/api/me/grievances', ['complaintText', 'requestedRemedy'], { kind: 'REVIEW', roundId });
  const handle = (what: string, texts: readonly string[], body: object) => write(hr, 'post', `/api/grievances/${grievance.id}/${what}`, texts, body);
  await handle('start', [], { version: 1 });
  await handle('extension', ['reason'], { version: 2 });
  await handle('answer', ['text'], { version: 3, kind: 'DISMISSED' });
  await runJobs();

  // What HR may read of it, so that reading leaves its traces too.
  for (const path of ['/api/hr/wish-lists', `/api/hr/wish-lists/${people.jun}`, '/api/hr/staff-requests', `/api/grievances/${grievance.id}`, round('participants'), round('committee-pack')]) await hr.get(path);
  return { district, roundId, written };
};
