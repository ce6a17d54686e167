import { endorse, releaseShare, type Board, type Endorsement } from '#ballot-box';
import { asSuperuser } from '../../support/cluster.js';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { BALLOT, createBallotDistrict, type BallotDistrict } from './ballot-district.js';
import { deskOf } from './ballot-trustees.js';
import { openBallot, ranking } from './open-ballot.js';

interface Told { readonly kind: string; readonly ballotId: string; readonly text: { ko: string; en: string } }

describe('notices of a ballot', () => {
  let app: TestApp;
  let district: BallotDistrict;

  beforeEach(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
  }, 90_000);
  afterEach(() => app.dispose(), 60_000);

  const told = async (client: Client): Promise<Told[]> => (await client.get<Told[]>('/api/me/ballot-notices')).body;
  const kinds = async (client: Client): Promise<string[]> => (await told(client)).map(({ kind }) => kind).sort();

  it('tell voters, trustees, registrar and mayor what is due, when it is due', async () => {
    const ballot = await openBallot(app, district);
    const [voter, stranger, mayor] = [await district.as('ara'), await district.as('garam'), await app.signInAs(district.context.organizationId, 'MAYOR')];
    const trustee = ballot.trustees[0]!.client;
    expect(await kinds(trustee)).toEqual(['KEYGEN_DUE', 'KEYS_DUE', 'SPECIFICATION_DUE']);
    expect(await kinds(ballot.auditor)).toEqual(['CREDENTIALS_DUE']);
    expect(await told(voter)).toEqual([expect.objectContaining({ kind: 'BALLOT_OPENED', ballotId: ballot.id, text: {
      ko: '행정지원과장 선출 투표가 시작되었습니다. 2026. 12. 9. 18:00까지 투표하실 수 있습니다.',
      en: expect.stringContaining('Voting has begun: 행정지원과장 선출.') as string,
    } })]);
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun'] as const) await (await ballot.booth(person)).cast(ranking(0, 1, 2, 3));

    app.clock.moveTo('2026-12-08T08:59:59Z');
    await app.runJobs();
    expect(await kinds(voter)).toEqual(['BALLOT_OPENED']);
    app.clock.moveTo('2026-12-08T09:00:00Z');
    await app.runJobs();
    expect(await kinds(voter)).toEqual(['BALLOT_CLOSES_SOON', 'BALLOT_OPENED']);

    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
    expect(await kinds(trustee)).not.toContain('ENDORSEMENT_DUE');
    app.clock.moveTo('2026-12-09T10:00:00Z');
    await app.runJobs();
    expect(await kinds(trustee)).toContain('ENDORSEMENT_DUE');

    const closed = (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;
    const desks = ballot.trustees.map((one) => deskOf(app, ballot.open, one));
    for (const [at, desk] of desks.entries()) {
      expect(await kinds(trustee)).not.toContain('SHARE_DUE');
      const { boardHead, aggregateHash, counted, signature } = (await endorse(desk, closed)) as Endorsement;
      await ballot.trustees[at]!.client.post(`/api/me/ballots/${ballot.id}/endorsement`, { boardHead, aggregateHash, counted, signature });
    }
    expect(await kinds(trustee)).toContain('SHARE_DUE');
    expect(await kinds(mayor)).toEqual([]);

    const { endorsements } = (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;
    for (const at of [0, 1]) await ballot.trustees[at]!.client.post(`/api/me/ballots/${ballot.id}/decryption-share`, { share: await releaseShare(desks[at]!, ballot.open.spec, endorsements) });
    await app.runJobs();
    expect(await kinds(mayor)).toEqual(['DECISION_DUE']);
    expect(await kinds(voter)).toEqual(['BALLOT_CLOSES_SOON', 'BALLOT_OPENED', 'BALLOT_TALLIED']);
    expect(await told(stranger)).toEqual([]);
  });

  it('are the same for who has voted and who has not, and nothing of a person stands in their table', async () => {
    const ballot = await openBallot(app, district);
    await (await ballot.booth('bomi')).cast(ranking(0, 1, 2, 3));
    app.clock.moveTo('2026-12-08T09:00:00Z');
    await app.runJobs();
    expect(await told(await district.as('bomi'))).toEqual(await told(await district.as('eun')));
    const columns = await asSuperuser(app.name, `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'ballot_notice' ORDER BY 1`);
    expect(columns).toEqual(['audience', 'ballot_id', 'created_at', 'kind', 'organization_id'].map((name) => ({ name })));
  });

  it('a ballot that was called off reminds nobody', async () => {
    const ballot = await openBallot(app, district);
    expect((await district.hr.post(`/api/ballots/${ballot.id}/cancellation`, { reason: '직위 통폐합' })).status).toBe(200);
    app.clock.moveTo('2026-12-08T09:00:00Z');
    await app.runJobs();
    expect(await kinds(await district.as('eun'))).toEqual(['BALLOT_CANCELLED', 'BALLOT_OPENED']);
  });
});
