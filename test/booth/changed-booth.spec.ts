import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { openChromium } from '../../apps/cli/bench/ballots/chromium.js';
import type { TestFile } from '../../apps/booth/voting/test-file.js';
import { buildBooth, type BoothManifest } from '../../tools/booth.mjs';
import { serveBooth, type BoothServer } from './booth-server.js';
import { votingPlace } from './voting-place.js';

const place = votingPlace(['김가람', '이나래', '박다솜']);
const SEALED = 'encryptBallot(this.request.open.setting, this.key.publicKey, choice)';
// The one who comes second is put first, whatever the voter chose.
const SWAPPED = 'encryptBallot(this.request.open.setting, this.key.publicKey, [choice[1]!, choice[0]!, ...choice.slice(2)])';

/** What somebody might serve to one voter alone, and what the test of a ballot then shows on another device. */
const CHEATS: readonly { readonly cheat: string; readonly code: string; readonly heading: string; readonly shown: string | null }[] = [
  {
    cheat: 'encrypts another choice and says it was the voter’s', code: `(({ content, opening }) => ({ content, opening: { ...opening, choice } }))(${SWAPPED})`,
    heading: '확인되지 않았습니다', shown: null,
  },
  { cheat: 'encrypts another choice and admits it in the file', code: SWAPPED, heading: '바르게 암호화된 용지입니다', shown: '이나래' },
];

describe('a changed booth', () => {
  const top = mkdtempSync(join(tmpdir(), 'jari-changed-'));
  let honest: BoothManifest;
  let server: BoothServer | undefined;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    honest = await buildBooth({ root: process.cwd(), out: join(top, 'honest') });
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(top, { recursive: true });
  });
  beforeEach(async () => { page = await browser.newPage(); });
  afterEach(async () => {
    await page.close();
    await server?.stop();
    server = undefined;
  });

  /** Builds the booth from sources in which one expression is another. @returns the folder of the output */
  async function buildChanged(code: string): Promise<{ readonly folder: string; readonly manifest: BoothManifest }> {
    const root = mkdtempSync(join(top, 'root-'));
    mkdirSync(join(root, 'apps'));
    cpSync(join(process.cwd(), 'apps', 'booth'), join(root, 'apps', 'booth'), { recursive: true });
    cpSync(join(process.cwd(), 'package.json'), join(root, 'package.json'));
    for (const name of ['libs', 'node_modules']) symlinkSync(join(process.cwd(), name), join(root, name));
    const file = join(root, 'apps', 'booth', 'voting', 'voting-session.ts');
    const source = readFileSync(file, 'utf8');
    expect(source.split(SEALED)).toHaveLength(2);
    writeFileSync(file, source.replace(SEALED, code));
    const folder = join(root, 'dist');
    return { folder, manifest: await buildBooth({ root, out: folder }) };
  }

  async function enter(folder: string): Promise<FrameLocator> {
    server = await serveBooth(folder);
    server.embed(place.embedding());
    await page.goto(server.origin);
    return page.frameLocator('#frame');
  }

  it.each(CHEATS)('that $cheat is found by a test, and has another pin', async ({ code, heading, shown }) => {
    const { folder, manifest } = await buildChanged(code);
    expect(manifest.pin).not.toBe(honest.pin);
    const booth = await enter(folder);
    for (const name of ['선택 확인하기', '암호화하여 봉인', '이 용지 시험하기']) await booth.getByRole('button', { name, exact: true }).click();
    const text = await booth.locator('#test-file').inputValue();
    await server!.stop();
    // Another device, with the page of an honest server.
    server = await serveBooth(join(top, 'honest'));
    await page.goto(`${server.origin}/booth/check.html`);
    await page.locator('#paste').fill(text);
    await page.locator('#noted').fill((JSON.parse(text) as TestFile).ballotHash);
    await page.getByRole('button', { name: /^(확인하기|Check)$/ }).click();
    await page.locator('#result h2').waitFor();
    await page.getByRole('button', { name: '한국어' }).click();
    await page.getByRole('button', { name: '확인하기' }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    expect((await page.locator('#result .summary li').allTextContents())[0] ?? null).toBe(shown);
  });

  it('does not start where the page is the pinned one and the script alone was changed', async () => {
    const folder = join(top, 'script-alone');
    cpSync(join(top, 'honest'), folder, { recursive: true });
    writeFileSync(join(folder, 'booth.js'), `${readFileSync(join(folder, 'booth.js'), 'utf8')}\n`);
    const blocked = page.waitForEvent('console', (message) => message.text().includes('integrity'));
    const booth = await enter(folder);
    await blocked;
    expect(await booth.locator('#booth').innerHTML()).toBe('');
  });
});
