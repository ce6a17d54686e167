import type { Client, TestApp } from '../../support/test-app.js';
import { announce, closeByDeadline, createRoundDistrict, passFactCheck, run, type PersonKey, type PostKey, type RoundDistrict } from './round-district.js';

export interface Refusal { readonly code: string; readonly faults: readonly { readonly path: string; readonly code: string; readonly params?: Record<string, unknown> }[] }

export interface MatchedRound {
  readonly district: RoundDistrict;
  readonly roundId: string;
  /** Two officers of HR, the mayor and a member of the committee, none of them an employee. */
  readonly hr: Client;
  readonly second: Client;
  readonly mayor: Client;
  readonly member: Client;
  readonly auditor: Client;
  /** A move as the API takes it. */
  move(person: PersonKey, post: PostKey, more?: object): object;
  propose(client: Client, moves: readonly object[], more?: object): ReturnType<Client['post']>;
  /** Proposes and has the second person approve. */
  override(moves: readonly object[], more?: object): Promise<string>;
  /** Outcome, post and choice rank of everybody in the round, by person. */
  outcomes(): Promise<Readonly<Record<string, readonly [string, string | null, number | null]>>>;
  sql<Row extends object>(text: string, ...values: readonly (string | null)[]): Promise<Row[]>;
}

/**
 * The small district's round after the adoption of its run: mina to the levy, sora to the accounts, jun and duri to the
 * counter; bora (levy) and nari stay; sebi is away.
 * @param noticed what else happens between the notice and the filing
 */
export const createMatchedRound = async (app: TestApp, noticed: (district: RoundDistrict, roundId: string) => Promise<void> = async () => undefined): Promise<MatchedRound> => {
  const district = await createRoundDistrict(app);
  const { hr, posts, people, context } = district;
  const roundId = await announce(app, district);
  await noticed(district, roundId);
  await district.file('mina', 'levy');
  await district.file('jun', 'counter', 'levy');
  await district.file('sora', 'accounts');
  await district.file('bora', 'counter', 'nurse');
  await district.file('nari', 'accounts');
  await district.file('duri', 'nurse', 'counter');
  await district.file('sebi', 'accounts');
  await closeByDeadline(app);
  const made = await run(app, district, roundId);
  passFactCheck(app);
  const adopted = await hr.post(`/api/rounds/${roundId}/runs/${made.id}/adoption`, { reason: '기본안을 채택합니다.' });
  if (adopted.status !== 200) throw new Error(adopted.text);
  const as = (role: 'HR_OFFICER' | 'MAYOR' | 'COMMITTEE_MEMBER' | 'AUDITOR') => app.signInAs(context.organizationId, role);
  const second = await as('HR_OFFICER');
  const sql: MatchedRound['sql'] = (text, ...values) => app.database.transaction(context, (tx) => tx.query(text, [tx.organizationId, ...values]));
  const propose: MatchedRound['propose'] = (client, moves, more = {}) =>
    client.post(`/api/rounds/${roundId}/overrides`, { groundCode: 'DUTY_NEED', groundText: '가상의 업무상 필요', moves, ...more });
  return {
    district, roundId, hr, second, sql, propose, mayor: await as('MAYOR'), member: await as('COMMITTEE_MEMBER'), auditor: await as('AUDITOR'),
    move: (person, post, more = {}) => ({ employeeId: people[person], toPositionId: posts[post], ...more }),
    async override(moves, more) {
      const proposed = await propose(hr, moves, more) as { status: number; text: string; body: { id: string } };
      if (proposed.status !== 201) throw new Error(proposed.text);
      const decided = await second.post(`/api/rounds/${roundId}/overrides/${proposed.body.id}/decision`, { approved: true });
      if (decided.status !== 200) throw new Error(decided.text);
      return proposed.body.id;
    },
    async outcomes() {
      const rows = await sql<{ employeeId: string; state: string; positionId: string | null; rank: number | null }>(
        'SELECT employee_id AS "employeeId", state, outcome_position_id AS "positionId", outcome_rank AS rank FROM round_participant WHERE organization_id = $1 AND round_id = $2', roundId);
      const key = (table: Readonly<Record<string, string>>, id: string | null) => Object.entries(table).find(([, value]) => value === id)?.[0] ?? null;
      return Object.fromEntries(rows.map(({ employeeId, state, positionId, rank }) => [key(people, employeeId) ?? '', [state, key(posts, positionId), rank] as const]));
    },
  };
};
