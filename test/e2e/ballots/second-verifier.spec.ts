import { endorse, releaseShare, type Board, type Endorsement, type Receipt } from '#ballot-box';
import { firstVerdict, runSecond, secondVerdict } from '../../ballots/both-verifiers.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { BALLOT, createBallotDistrict } from './ballot-district.js';
import { deskOf } from './ballot-trustees.js';
import { openBallot, ranking } from './open-ballot.js';

describe('a board as the product publishes it', () => {
  let app: TestApp;
  beforeEach(async () => { app = await createTestApp({ now: '2026-11-20T00:00:00Z' }); }, 60_000);
  afterEach(() => app.dispose(), 60_000);

  it('is accepted by the verifier in Python with the voters\u2019 receipts, and refused with one of its entries exchanged', async () => {
    const district = await createBallotDistrict(app);
    const ballot = await openBallot(app, district);
    const receipts: Receipt[] = [];
    for (const person of ['ara', 'bomi', 'chan', 'dara', 'eun', 'ara'] as const) receipts.push(await (await ballot.booth(person)).cast(ranking(2, 0, 1, 3)));
    const rubbish = { text: '가\u0000\u2028' };
    const eun = await ballot.booth('eun');
    receipts.push((await eun.send(await eun.envelope(rubbish as never), rubbish)).body);
    await app.runJobs();
    app.clock.moveTo(BALLOT.closesAt);
    await app.runJobs();
    app.clock.moveTo('2026-12-09T10:00:00Z');
    const published = () => district.hr.get<Board>(`/api/ballots/${ballot.id}/board`);
    const closed = (await published()).body;
    const desks = ballot.trustees.map((one) => deskOf(app, ballot.open, one));
    for (const [at, desk] of desks.entries()) {
      const { boardHead, aggregateHash, counted, signature } = (await endorse(desk, closed)) as Endorsement;
      expect((await ballot.trustees[at]!.client.post(`/api/me/ballots/${ballot.id}/endorsement`, { boardHead, aggregateHash, counted, signature })).status).toBe(200);
    }
    const { endorsements } = (await published()).body;
    for (const at of [0, 2]) await ballot.trustees[at]!.client.post(`/api/me/ballots/${ballot.id}/decryption-share`, { share: await releaseShare(desks[at]!, ballot.open.spec, endorsements) });
    await app.runJobs();

    const { text, body } = await published();
    // The answer itself is the file; nothing in between reads it.
    const { code, output } = await runSecond(text, receipts.map((receipt) => JSON.stringify(receipt)));
    expect([code, output.match(/^FAULT.*$/gm)]).toEqual([0, null]);
    expect(output).toContain('ok     counted: 5\n');
    expect(output).toContain('ok     rejections: 1\n');
    const exchanged = { ...body, entries: body.entries.map((entry, at) => (at === 3 ? body.entries[4]! : entry)) };
    expect([await firstVerdict(exchanged), await secondVerdict(exchanged)]).toEqual([{ check: 'chain', names: 'entry 4' }, { check: 'chain', names: 'entry 4' }]);
  });
});
