import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { credentialOf, isReceiptSigned, signEnvelope, trackerOf, verifyBoard, type Board, type Receipt } from '#ballot-box';
import { DerivedRoleCache } from '#platform';
import type { TestFile } from '../../apps/booth/voting/test-file.js';
import { BOOTH_LIMIT } from '../../tools/booth.mjs';
import { createBallotDistrict, type BallotDistrict } from '../e2e/ballots/ballot-district.js';
import { openBallot, type OpenBallot } from '../e2e/ballots/open-ballot.js';
import { addAccount, PASSWORD } from '../e2e/platform/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { openChromium } from '../../apps/cli/bench/ballots/chromium.js';
import { consoleOf } from './console-of.js';
import { embeddingPage } from './embedding-page.js';

interface Published { readonly pin: string; readonly page: string; readonly checkPage: string; readonly files: Readonly<Record<string, { readonly sha256: string }>> }

describe('the booth on the real API', () => {
  let app: TestApp;
  let district: BallotDistrict;
  let ballot: OpenBallot;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let published: Published;
  let faults: string[];

  beforeAll(async () => {
    browser = await openChromium();
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createBallotDistrict(app);
    ballot = await openBallot(app, district, { credentialMode: 'BUILT_IN' });
    for (const person of ['dara', 'eun'] as const) {
      await addAccount(app, district.context.organizationId, { signInName: person, employeeId: district.people[person], roles: ['EMPLOYEE'] });
      await app.database.transaction(district.context, (tx) => app.app.get(DerivedRoleCache, { strict: false }).refresh(tx, [district.people[person]]));
    }
    published = (await app.anonymous.get<Published>('/booth/booth.json')).body;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.dispose();
  }, 60_000);
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
    page = await context.newPage();
    faults = consoleOf(page);
  });
  afterEach(() => context.close());

  const press = (booth: FrameLocator, name: string): Promise<void> => booth.getByRole('button', { name, exact: true }).click();
  const board = async (): Promise<Board> => (await district.hr.get<Board>(`/api/ballots/${ballot.id}/board`)).body;
  const receipts = async (): Promise<Receipt[]> => (await page.evaluate('said') as { type: string; receipt: Receipt }[]).flatMap((one) => (one.type === 'jari-booth/cast' ? [one.receipt] : []));

  /** Signs in with a password and opens the voting page. */
  async function signIn(signInName: string): Promise<void> {
    await page.route(`${app.origin}/voting`, (route) => route.fulfill({ contentType: 'text/html', body: embeddingPage(published.page, ballot.id) }));
    await page.route(`${app.origin}/start`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>start</title>' }));
    await page.goto(`${app.origin}/start`);
    await signInHere(signInName);
  }

  /** By the page that is open. */
  async function signInHere(signInName: string): Promise<void> {
    const credentials = JSON.stringify({ signInName, password: PASSWORD });
    expect(await page.evaluate(`fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(credentials)} }).then(({ status }) => status)`)).toBeLessThan(300);
  }

  async function enter(): Promise<FrameLocator> {
    await page.goto(`${app.origin}/voting`);
    const booth = page.frameLocator('#frame');
    await booth.locator('h2').waitFor();
    return booth;
  }

  async function castIn(booth: FrameLocator, ...moves: readonly string[]): Promise<Receipt> {
    for (const name of [...moves, '선택 확인하기', '암호화하여 봉인', '투표 제출']) await press(booth, name);
    await booth.getByRole('heading', { name: '투표가 접수되었습니다' }).waitFor();
    const [receipt] = await receipts();
    return receipt!;
  }

  it('takes a vote from password to board; a second one takes its place', async () => {
    await signIn('dara');
    const first = await castIn(await enter());
    const booth = await enter();
    await booth.getByRole('button', { name: /, 아래로$/ }).first().click();
    await press(booth, '선택 확인하기');
    await booth.getByText('이미 1번 투표하셨습니다').waitFor();
    const second = await castIn(booth, '선택 고치기');
    const { spec } = ballot.open;
    expect([first, second].map((receipt) => [receipt.revision, isReceiptSigned(receipt, spec.boardKey)])).toEqual([[1, true], [2, true]]);
    await app.runJobs();
    const { holds, findings } = await verifyBoard(await board(), { stage: 'open', receipts: [first, second] });
    expect(findings.filter(({ fault }) => fault !== null)).toEqual([]);
    const entries = (await board()).entries.flatMap((entry) => (entry.type === 'ballot' ? [trackerOf(entry.envelope)] : []));
    expect([holds, entries]).toEqual([true, [first.tracker, second.tracker]]);
    expect(faults).toEqual([]);
  });

  it('keeps a sealed ballot over the end of a session, and writes nothing of it into the log', async () => {
    await signIn('dara');
    const booth = await enter();
    const { secret } = await page.evaluate(`get(base + '/credential')`) as { secret: string };
    for (const name of ['선택 확인하기', '암호화하여 봉인']) await press(booth, name);
    const hash = await booth.locator('#ballot-hash').textContent();
    expect(await page.evaluate(`fetch('/api/session', { method: 'DELETE' }).then(({ status }) => status)`)).toBe(204);
    await press(booth, '투표 제출');
    await booth.getByRole('alert').filter({ hasText: '서버가 받아들이지 않았습니다. 로그인' }).waitFor();
    await signInHere('dara');
    await press(booth, '다시 보내기');
    await booth.getByRole('heading', { name: '투표가 접수되었습니다' }).waitFor();
    const [receipt] = await receipts();
    expect(receipt?.ballotHash).toBe(hash);
    expect(app.logText()).toContain('/api/me/ballots/:id/votes');
    for (const private_ of [secret, receipt!.tracker, receipt!.credential]) expect(app.logText()).not.toContain(private_);
  });

  /** Seals, tests, and gives the file as it stands on the screen. */
  async function testIn(booth: FrameLocator): Promise<TestFile> {
    for (const name of ['선택 확인하기', '암호화하여 봉인', '이 용지 시험하기']) await press(booth, name);
    return JSON.parse(await booth.locator('#test-file').inputValue()) as TestFile;
  }

  it('registers a tested ballot before it is opened, and intake refuses its cast ever after', async () => {
    await signIn('eun');
    await page.route('**/tests', (route) => route.abort(), { times: 1 });
    const booth = await enter();
    for (const name of ['선택 확인하기', '암호화하여 봉인', '이 용지 시험하기']) await press(booth, name);
    await booth.getByRole('alert').filter({ hasText: '응답을 받지 못하였습니다' }).waitFor();
    expect(await booth.locator('#test-file').count()).toBe(0);
    await press(booth, '다시 보내기');
    const file = JSON.parse(await booth.locator('#test-file').inputValue()) as TestFile;
    const { secret } = await page.evaluate(`get(base + '/credential')`) as { secret: string };
    const key = credentialOf(ballot.id, secret);
    const envelope = signEnvelope({ electionId: ballot.open.electionId, content: file.content, revision: 1, previousTracker: null }, key);
    const body = JSON.stringify(JSON.stringify({ envelope, content: file.content }));
    const answer = await page.evaluate(`fetch(base + '/votes', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body} }).then(async (answer) => [answer.status, (await answer.json()).code])`);
    expect([answer, envelope.ballotHash]).toEqual([[409, 'BALLOT_TESTED'], file.ballotHash]);
    await press(booth, '새로 투표하기');
    const receipt = await castIn(booth);
    await app.runJobs();
    const { entries } = await board();
    const own = entries.flatMap((entry) => (entry.type === 'tested' ? [['tested', entry.test.ballotHash]] : entry.type === 'ballot' && entry.envelope.credential === key.publicKey ? [['ballot', entry.envelope.ballotHash]] : []));
    expect(own).toEqual([['tested', file.ballotHash], ['ballot', receipt.ballotHash]]);
  });

  it('has its tested ballot checked on another device, signed in nowhere', async () => {
    await signIn('eun');
    const booth = await enter();
    const file = await testIn(booth);
    const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const otherFaults = consoleOf(other);
    await other.goto((await booth.locator('#check-at').textContent())!);
    expect(other.url()).toBe(`${app.origin}${published.checkPage}`);
    const checked = async (text: string, noted = ''): Promise<string> => {
      await other.getByLabel('Or the content').fill(text);
      await other.getByLabel('you wrote down').fill(noted);
      await other.getByRole('button', { name: 'Check', exact: true }).click();
      const heading = other.locator('#result h2');
      await heading.waitFor();
      expect(await heading.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
      return (await heading.textContent())!;
    };
    const text = JSON.stringify(file);
    expect(await checked(text, file.ballotHash.slice(0, 20))).toBe('This ballot was encrypted faithfully');
    expect(await other.locator('#ballot-hash').textContent()).toBe(file.ballotHash);
    expect(await other.locator('#election').textContent()).toBe(ballot.open.electionId);
    expect(await other.locator('#result .summary li').allTextContents()).toEqual(ballot.open.ballotOptions.map(({ name }) => name.en));
    const [first, second, ...rest] = file.opening.choice;
    expect(await checked(JSON.stringify({ ...file, opening: { ...file.opening, choice: [second, first, ...rest] } }))).toBe('This could not be confirmed');
    expect(await checked(text, 'A'.repeat(43))).toBe('This could not be confirmed');
    await other.getByRole('button', { name: '한국어' }).click();
    await other.getByLabel('시험 파일', { exact: true }).setInputFiles({ name: 'test.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await other.getByLabel('적어 두신').fill('');
    await other.getByRole('button', { name: '확인하기' }).click();
    await other.getByRole('heading', { name: '바르게 암호화된 용지입니다' }).waitFor();
    expect([otherFaults, faults]).toEqual([[], []]);
    await other.context().close();
  });

  it('serves what the pin names, for ever, to anybody, and nothing else', async () => {
    const folder = published.page.replace('index.html', '');
    const names = Object.keys(published.files).sort();
    const answers = await Promise.all(names.map(async (name) => ({ name, ...(await app.anonymous.fetch(folder + name)) })));
    const listing = answers.map(({ name, text }) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`).join('');
    expect(createHash('sha256').update(listing).digest('hex')).toBe(published.pin);
    expect(folder).toBe(`/booth/${published.pin}/`);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.getSetCookie()).toEqual([]);
    }
    const policies = answers.map(({ headers }) => headers.get('content-security-policy')).filter((policy) => policy !== null);
    expect(policies.map((policy) => [policy.includes("default-src 'none'"), policy.includes('unsafe'), policy.includes('frame-ancestors')])).toEqual([[true, false, true], [true, false, true]]);
    const sizes = answers.filter(({ name }) => !name.startsWith('check.')).map(({ headers }) => Number(headers.get('content-length')));
    expect([sizes.length, sizes.reduce((sum, size) => sum + size, 0) <= BOOTH_LIMIT]).toEqual([3, true]);
    expect((await app.anonymous.get('/booth/')).status).toBe(200);
    expect((await app.anonymous.get(`/booth/${'0'.repeat(64)}/index.html`)).status).toBe(404);
    expect((await app.anonymous.get('/booth/booth.json')).headers.get('cache-control')).toBe('no-cache');
  });
});
