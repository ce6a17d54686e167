import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import type { BallotKind } from '#ballot-box';
import { en as checkEn } from '../../apps/booth/check/texts/en.js';
import { ko as checkKo } from '../../apps/booth/check/texts/ko.js';
import { en } from '../../apps/booth/texts/en.js';
import { ko } from '../../apps/booth/texts/ko.js';
import type { BoothServer } from './booth-server.js';
import { openBuiltBooth, type BuiltBooth } from './built-booth.js';
import { votingPlace } from './voting-place.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CANDIDATES = ['김가람', '이나래', '박다솜', '최라온', '정마루'];
const TEXTS = { ko, en };
const CHECK_TEXTS = { ko: checkKo, en: checkEn };

let built: BuiltBooth;
let server: BoothServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  built = await openBuiltBooth();
  ({ server, browser } = built);
});
afterAll(() => built.dispose());

/** Runs every rule of WCAG 2.2 AA and good practice, and looks for what stands out of the window or is too small to hit. */
async function faultsOf(frame: Page | Frame): Promise<unknown> {
  await frame.evaluate(`${AXE}; null`);
  const violations = await frame.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => target.join(' ') + ': ' + failureSummary)]))`) as unknown[];
  const broken = await frame.evaluate(`[
    ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : []),
    ...[...document.querySelectorAll('button, input, summary')].filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; }).map((one) => 'too small: ' + one.outerHTML),
  ]`) as string[];
  return [...violations, ...broken];
}

const LOOKS = (['ko', 'en'] as const).flatMap((language) => [1366, 360].map((width) => [language, width] as const));

describe.each(LOOKS)('in %s at %d pixels', (language, width) => {
  const texts = TEXTS[language];
  const press = (booth: FrameLocator, name: string): Promise<void> => booth.getByRole('button', { name, exact: true }).click();

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width, height: 800 }, locale: language });
  });
  afterEach(() => page.close());

  async function enter(kind: BallotKind): Promise<{ readonly booth: FrameLocator; readonly frame: Frame }> {
    server.embed(votingPlace(CANDIDATES, { kind }).embedding({ message: { language } }));
    await page.goto(server.origin);
    const booth = page.frameLocator('#frame');
    await booth.getByText(texts.limitsTitle).click();
    return { booth, frame: page.frames()[1]! };
  }

  it('every screen of a vote and of a test is accessible', async () => {
    const { booth, frame } = await enter('strict-ranking');
    const found: unknown[] = [await faultsOf(frame)];
    for (const name of [texts.toReview, texts.seal, texts.test]) {
      await press(booth, name);
      await booth.getByRole('heading', { name: name === texts.toReview ? texts.reviewTitle : name === texts.seal ? texts.sealedTitle : texts.testedTitle }).waitFor();
      found.push(await faultsOf(frame));
    }
    const file = await booth.locator('#test-file').inputValue();
    for (const name of [texts.testedNext, texts.toReview, texts.seal, texts.cast]) await press(booth, name);
    await booth.getByRole('heading', { name: texts.receiptTitle }).waitFor();
    found.push(await faultsOf(frame));
    expect(found).toEqual([[], [], [], [], []]);

    const { title, check, holds, fails } = CHECK_TEXTS[language];
    await page.goto(`${server.origin}/booth/check.html`);
    await page.getByRole('heading', { name: title }).waitFor();
    const checked: unknown[] = [await faultsOf(page)];
    for (const [text, heading] of [[file, holds], [file.replace(/"choice":\[\[0\],\[1\]/, '"choice":[[1],[0]'), fails]] as const) {
      await page.locator('#paste').fill(text);
      await page.getByRole('button', { name: check, exact: true }).click();
      await page.getByRole('heading', { name: heading }).waitFor();
      checked.push(await faultsOf(page));
    }
    expect(checked).toEqual([[], [], []]);
  });

  it.each<BallotKind>(['weak-ranking', 'plurality', 'approval'])('so is the choice in %s, with its faults', async (kind) => {
    const { booth, frame } = await enter(kind);
    if (kind === 'plurality') await press(booth, texts.toReview);
    if (kind === 'weak-ranking') await press(booth, texts.tieOf(CANDIDATES[1]!));
    if (kind === 'approval') await booth.getByLabel(CANDIDATES[1]!).check();
    expect(await faultsOf(frame)).toEqual([]);
  });
});
