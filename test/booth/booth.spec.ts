import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { combineShares, isOpenedBy, isReceiptSigned, kindNamed, makeDecryptionShare, verifyBallot, type BallotKind, type Choice, type Receipt } from '#ballot-box';
import { BOOTH_LIMIT, buildBooth } from '../../tools/booth.mjs';
import type { BoothServer, Embedding } from './booth-server.js';
import { openBuiltBooth, type BuiltBooth } from './built-booth.js';
import { consoleOf } from './console-of.js';
import { votingPlace, type Sent, type VotingPlace } from './voting-place.js';

const said = (page: Page): Promise<Record<string, unknown>[]> => page.evaluate('window.said') as Promise<Record<string, unknown>[]>;
const rankings = votingPlace(['김가람', '이나래', '박다솜', '최라온']);

let built: BuiltBooth;
let server: BoothServer;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  built = await openBuiltBooth();
  ({ server, browser } = built);
});
afterAll(() => built.dispose());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  faults = consoleOf(page);
});
afterEach(() => page.close());

async function enter(embedding: Embedding): Promise<FrameLocator> {
  server.embed(embedding);
  await page.goto(server.origin);
  const booth = page.frameLocator('#frame');
  await booth.locator('h2').waitFor();
  return booth;
}

const names = (booth: FrameLocator): Promise<string[]> => booth.locator('.card .name').allTextContents();
const press = (booth: FrameLocator, name: string): Promise<void> => booth.getByRole('button', { name, exact: true }).click();
const sent = (at = 0): Sent => server.posts.filter(({ path }) => path === '/api/votes')[at]?.body as Sent;

/** From the first screen to the receipt. */
async function voteOn(booth: FrameLocator): Promise<void> {
  for (const name of ['선택 확인하기', '암호화하여 봉인', '투표 제출']) await press(booth, name);
  await booth.getByRole('heading', { name: '투표가 접수되었습니다' }).waitFor();
}

const bitsOf = (kind: BallotKind, options: number, choice: Choice): readonly number[] => kindNamed(kind).encode(options, choice);

/** The totals of this one ballot: what the trustees would find, and never would open. */
function opened({ election }: VotingPlace, { envelope, content }: Sent): readonly number[] {
  const { setting } = election.open;
  expect(verifyBallot(setting, { credential: envelope.credential, content })).toBeNull();
  const [trustee] = election.keygen.trustees;
  const aggregate = { format: 'jari-aggregate/1' as const, electionId: envelope.electionId, counted: 1, totals: content.ciphertexts };
  const share = makeDecryptionShare(setting.group, aggregate, { trustee: 1, share: trustee!.share, signing: trustee!.keys.signing });
  return combineShares(setting.group, aggregate, [share], 1);
}

describe('a vote', () => {
  it('by drag, buttons and keyboard reaches the server encrypted, and the receipt comes back', async () => {
    const booth = await enter(rankings.embedding());
    await press(booth, '최라온, 위로');
    expect(await names(booth)).toEqual(['김가람', '이나래', '최라온', '박다솜', '적임자 없음']);
    const [from, to] = [await booth.getByRole('button', { name: /^박다솜, 현재/ }).boundingBox(), await booth.locator('.card').first().boundingBox()];
    await page.mouse.move(from!.x + 10, from!.y + 10);
    await page.mouse.down();
    await page.mouse.move(from!.x + 10, to!.y + 5, { steps: 8 });
    await page.mouse.up();
    expect(await names(booth)).toEqual(['박다솜', '김가람', '이나래', '최라온', '적임자 없음']);
    const handle = booth.getByRole('button', { name: /^적임자 없음, 현재/ });
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    expect(await names(booth)).toEqual(['박다솜', '김가람', '이나래', '적임자 없음', '최라온']);
    expect(await booth.locator('#live').textContent()).toBe('적임자 없음, 5개 가운데 4번째 자리로 옮겼습니다.');
    expect(await handle.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    await voteOn(booth);
    expect(bitsOf('strict-ranking', 5, [[2], [0], [1], [4], [3]])).toEqual(opened(rankings, sent()));
    const receipt = (await said(page)).find(({ type }) => type === 'jari-booth/cast')?.['receipt'] as Receipt;
    expect(isReceiptSigned(receipt, rankings.election.open.spec.boardKey)).toBe(true);
    expect(sent().envelope).toMatchObject({ credential: rankings.publicKey, revision: 1, previousTracker: null });
  });

  it('with the keyboard alone', async () => {
    const booth = await enter(rankings.embedding());
    const tabTo = async (name: RegExp | string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        if (await booth.getByRole('button', { name, exact: true }).evaluate((button) => button === button.ownerDocument.activeElement)) return;
      }
      throw new Error('out of reach of the keyboard');
    };
    await tabTo(/^이나래, 현재/);
    await page.keyboard.press('ArrowUp');
    for (const name of ['선택 확인하기', '암호화하여 봉인', '투표 제출']) {
      await booth.getByRole('button', { name, exact: true }).waitFor();
      await tabTo(name);
      await page.keyboard.press('Enter');
    }
    await booth.getByRole('heading', { name: '투표가 접수되었습니다' }).waitFor();
    expect(opened(rankings, sent())).toEqual(bitsOf('strict-ranking', 5, [[1], [0], [2], [3], [4]]));
  });

  it('leaves nothing behind: no choice or secret in messages, addresses, storage or console, and the policy holds', async () => {
    const booth = await enter(rankings.embedding());
    await press(booth, '이나래, 위로');
    await voteOn(booth);
    await press(booth, '기표소 닫기');
    await page.waitForFunction(`said.at(-1).type === 'jari-booth/closed'`);
    const messages = await said(page);
    expect(messages.map(({ type }) => type)).toEqual(['jari-booth/ready', 'jari-booth/cast', 'jari-booth/closed']);
    const everything = JSON.stringify([messages, server.asked, faults, server.posts]);
    for (const private_ of [rankings.secret, 'randomness', 'choice', '이나래']) expect(everything).not.toContain(private_);
    expect(server.asked.filter((path) => path.includes('?'))).toEqual([]);
    const frame = page.frames()[1]!;
    expect(await frame.evaluate('[localStorage.length, sessionStorage.length, document.cookie, location.search, location.hash]')).toEqual([0, 0, '', '', '']);
    expect(await frame.evaluate('indexedDB.databases()')).toEqual([]);
    expect([server.violations, faults]).toEqual([[], []]);
  });

  it('begins anew in a page that the browser kept and shows again', async () => {
    const booth = await enter(rankings.embedding());
    await press(booth, '선택 확인하기');
    await page.frames()[1]!.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide')); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));`);
    await page.waitForFunction('said.length === 2');
    expect((await said(page)).map(({ type }) => type)).toEqual(['jari-booth/ready', 'jari-booth/ready']);
    await voteOn(booth);
  });

  it('follows an earlier one', async () => {
    const previousTracker = 'A'.repeat(43);
    const booth = await enter(rankings.embedding({ message: { revision: 2, previousTracker } }));
    await voteOn(booth);
    expect(sent().envelope).toMatchObject({ revision: 3, previousTracker });
  });
});

const KINDS: [BallotKind, string[], (booth: FrameLocator) => Promise<void>, Choice, number][] = [
  ['plurality', ['김가람'], (booth) => booth.getByLabel('적임자 없음').check(), [[1]], 2],
  ['approval', ['김가람', '이나래', '박다솜'], async (booth) => { await booth.getByLabel('박다솜').check(); await booth.getByLabel('김가람').check(); }, [[0, 2]], 3],
  ['approval', ['김가람', '이나래'], () => Promise.resolve(), [], 2],
  ['weak-ranking', ['김가람', '이나래'], (booth) => press(booth, '이나래, 바로 위와 같은 순위'), [[0, 1], [2]], 3],
];

it.each(KINDS)('a ballot of the kind %s over %j', async (kind, candidates, pick, choice, options) => {
  const place = votingPlace(candidates, { kind, ...(kind === 'weak-ranking' ? { group: 'p256' } : {}) });
  const booth = await enter(place.embedding());
  await pick(booth);
  await voteOn(booth);
  expect(opened(place, sent())).toEqual(bitsOf(kind, options, choice));
});

it('asks for a choice in plurality before it goes on', async () => {
  const booth = await enter(votingPlace(['김가람']).embedding());
  await press(booth, '선택 확인하기');
  expect(await booth.getByRole('alert').textContent()).toContain('선택하신 뒤');
});

describe('a test of a ballot', () => {
  it('posts the hash first, shows what opens it only then, and casts another ballot afterwards', async () => {
    let shownBeforeAnswer: number | undefined;
    const base = rankings.embedding();
    const booth = await enter({
      ...base,
      answer: async (path, body) => {
        if (path === '/api/tests') shownBeforeAnswer = await page.frameLocator('#frame').locator('#test-file').count();
        return base.answer(path, body);
      },
    });
    for (const name of ['선택 확인하기', '암호화하여 봉인']) await press(booth, name);
    const hash = await booth.locator('#ballot-hash').textContent();
    await press(booth, '이 용지 시험하기');
    const file = JSON.parse(await booth.locator('#test-file').inputValue()) as { ballotHash: string; content: unknown; opening: Parameters<typeof isOpenedBy>[2] };
    expect(shownBeforeAnswer).toBe(0);
    const { setting } = rankings.election.open;
    expect(file.ballotHash).toBe(hash);
    expect(isOpenedBy(setting, file.content, file.opening)).toBe(true);
    expect(file.opening.choice).toEqual([[0], [1], [2], [3], [4]]);
    expect(server.posts).toMatchObject([{ path: '/api/tests', body: { notice: { ballotHash: hash, credential: rankings.publicKey } } }]);
    await press(booth, '새로 투표하기');
    await voteOn(booth);
    expect(sent().envelope.ballotHash).not.toBe(hash);
  });

  it('shows nothing when the notice did not arrive, and that ballot is never cast', async () => {
    const booth = await enter(rankings.embedding({ answer: () => null }));
    for (const name of ['선택 확인하기', '암호화하여 봉인', '이 용지 시험하기']) await press(booth, name);
    await booth.getByRole('alert').filter({ hasText: '응답을 받지 못하였습니다' }).waitFor();
    expect(await booth.locator('#test-file').count()).toBe(0);
    expect(await booth.getByRole('button', { name: '투표 제출' }).count()).toBe(0);
  });
});

describe('when the server fails', () => {
  it('sends the very same ballot again', async () => {
    const base = rankings.embedding();
    let failures = 1;
    const booth = await enter({ ...base, answer: (path, body) => (failures-- > 0 ? { status: 503, body: {} } : base.answer(path, body)) });
    for (const name of ['선택 확인하기', '암호화하여 봉인', '투표 제출', '다시 보내기']) await press(booth, name);
    await booth.getByRole('heading', { name: '투표가 접수되었습니다' }).waitFor();
    expect(sent(1)).toEqual(sent(0));
  });

  it('says why it was refused', async () => {
    const booth = await enter(rankings.embedding({ answer: () => ({ status: 409, body: { code: 'X', message: { ko: '투표가 마감되었습니다.', en: 'The ballot has closed.' } } }) }));
    for (const name of ['선택 확인하기', '암호화하여 봉인', '투표 제출']) await press(booth, name);
    await booth.getByRole('alert').filter({ hasText: '투표가 마감되었습니다.' }).waitFor();
  });

  it.each<[string, (receipt: Record<string, unknown>) => object]>([
    ['for another ballot', (receipt) => ({ ...receipt, ballotHash: 'A'.repeat(43) })],
    ['with a changed intake number', (receipt) => ({ ...receipt, intakeIndex: 8 })],
    ['that is none', () => ({})],
  ])('does not take a receipt %s', async (_, change) => {
    const base = rankings.embedding();
    const booth = await enter({ ...base, answer: async (path, body) => { const answer = await base.answer(path, body); return answer && { ...answer, body: change(answer.body as Record<string, unknown>) }; } });
    for (const name of ['선택 확인하기', '암호화하여 봉인', '투표 제출']) await press(booth, name);
    await booth.getByRole('alert').filter({ hasText: '접수증의 서명이 맞지 않습니다' }).waitFor();
    expect((await said(page)).map(({ type }) => type)).toEqual(['jari-booth/ready']);
  });
});

describe('the way in', () => {
  it.each<[string, object]>([
    ['an address of another origin', { castUrl: 'https://elsewhere.example/votes' }],
    ['a secret that is too short', { secret: 'AAAA' }],
    ['a changed specification', { spec: { ...rankings.election.open.spec, n: 2 } }],
  ])('refuses %s, and does not repeat it', async (_, changes) => {
    server.embed(rankings.embedding({ message: changes }));
    await page.goto(server.origin);
    await page.frameLocator('#frame').getByText('Voting cannot begin').waitFor();
    expect((await said(page)).slice(1)).toEqual([{ type: 'jari-booth/refused' }]);
    expect(faults).toEqual([]);
  });

  it('opens in no window of its own, and hears no message there', async () => {
    await page.goto(`${server.origin}/booth/index.html`);
    // A message that would open the booth; whoever listened before has heard it once this listener has.
    const message = JSON.stringify(rankings.embedding().message);
    await page.evaluate(`new Promise((heard) => { addEventListener('message', heard, { once: true }); postMessage(${message}, location.origin); }).then(() => null)`);
    await page.getByText('opens inside the voting page only').waitFor();
    expect(await page.locator('h2').count()).toBe(0);
  });

  it('hears no page of another origin, though it has opened this one', async () => {
    server.embed({ ...rankings.embedding(), message: { type: 'nothing yet' } });
    // Of the server's other name, and so another origin for the browser.
    await page.goto(`${server.origin.replace('127.0.0.1', 'localhost')}/parent.js`);
    const [voting] = await Promise.all([page.waitForEvent('popup'), page.evaluate(`window.opened = open(${JSON.stringify(`${server.origin}/`)}); null`)]);
    await voting.waitForFunction(`window.said?.length === 1`);
    await page.evaluate(`opened.frames[0].postMessage(${JSON.stringify(rankings.embedding({ message: { language: 'en' } }).message)}, '*'); null`);
    // Messages arrive in the order in which they were sent; the one of the embedding page comes second and is the one that counts.
    await voting.evaluate(`frames[0].postMessage(${JSON.stringify(rankings.embedding().message)}, location.origin); null`);
    await voting.frameLocator('#frame').locator('h2').waitFor();
    expect(await voting.frames()[1]!.evaluate('document.documentElement.lang')).toBe('ko');
    await voting.close();
  });

  it('is not shown inside a page of another origin', async () => {
    server.embed(rankings.embedding());
    const other = server.origin.replace('127.0.0.1', 'localhost');
    await page.goto(other);
    await page.setContent(`<iframe id="frame" src="${server.origin}/booth/index.html"></iframe>`);
    // frame-ancestors 'self' keeps the booth from being shown at all.
    await page.waitForFunction(`frames.length === 1`);
    await page.frames()[1]!.waitForURL(/^chrome-error:/);
    expect(await page.frameLocator('#frame').locator('#booth').count()).toBe(0);
  });
});

it('is small enough, prints its fingerprint, and is the same each time', async () => {
  const again = mkdtempSync(join(tmpdir(), 'jari-booth-'));
  const manifest = await buildBooth({ root: process.cwd(), out: again });
  rmSync(again, { recursive: true });
  expect(BOOTH_LIMIT).toBeLessThanOrEqual(40_000);
  expect(manifest.gzipBytes).toBeLessThanOrEqual(BOOTH_LIMIT);
  const booth = await enter(rankings.embedding());
  expect(await booth.locator('#hash').textContent()).toBe(manifest.files['booth.js'].sha256);
  expect((await said(page))[0]).toEqual({ type: 'jari-booth/ready', bundle: manifest.files['booth.js'].sha256 });
});

it('speaks English when it is asked to, and fits 320 pixels', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  const booth = await enter(rankings.embedding({ message: { language: 'en' } }));
  for (const name of ['Review my choice', 'Encrypt and seal', 'Test this ballot']) {
    const frame = page.frames()[1]!;
    expect(await frame.evaluate('[document.documentElement.lang, document.documentElement.scrollWidth <= innerWidth]')).toEqual(['en', true]);
    await press(booth, name);
  }
  await booth.locator('#test-file').waitFor();
});
