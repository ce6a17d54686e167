import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newSigningKey } from '#ballot-box';
import { PlayedElection } from '../../../../libs/ballot-box/testing/index.js';
import { median } from '../load/percentile.js';
import { findChromium, openChromium } from './chromium.js';

/** One ballot, a strict ranking of six options, encrypted and proved in Chromium; milliseconds. Null without Chromium. */
export interface BoothFigures {
  /** Median of `trials`. */
  readonly chromiumMs: number | null;
  /** Median of the first encryption in a page just opened, and of the second: the booth makes the first while the voter still reads. */
  readonly coldMs: number | null;
  readonly voterMs: number | null;
  readonly trials: number;
}

export interface BoothPlan {
  readonly trials: number;
  readonly pages: number;
}

export const FULL_BOOTH: BoothPlan = { trials: 40, pages: 7 };
export const QUICK_BOOTH: BoothPlan = { trials: 20, pages: 3 };

const CHOICE = [[3], [0], [5], [1], [4], [2]];
const tenth = (value: number): number => Math.round(value * 10) / 10;

export async function measureBooth(root: string, { trials, pages }: BoothPlan, say: (text: string) => void): Promise<BoothFigures> {
  if (findChromium() === null) {
    say('no Chromium on this machine: encryption in the booth is not measured');
    return { chromiumMs: null, coldMs: null, voterMs: null, trials: 0 };
  }
  const { open: { spec } } = new PlayedElection({ n: 1, k: 1, candidates: ['가', '나', '다', '라', '마'], nota: true });
  // The booth's own way of bundling; tools stand beside the build, not in it.
  const { bundle } = (await import(pathToFileURL(join(root, 'tools', 'booth.mjs')).href)) as typeof import('../../../../tools/booth.mjs');
  const script = (await bundle(root, join('apps', 'cli', 'bench', 'ballots', 'chromium-page.ts'))).toString('utf8');
  const browser = await openChromium();
  const measure = async (times: number): Promise<number[]> => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script, type: 'module' });
    await page.waitForFunction('typeof measureEncryption === "function"');
    const measured = await page.evaluate(`measureEncryption(${[spec, newSigningKey().publicKey, CHOICE, times].map((one) => JSON.stringify(one)).join()})`) as number[];
    await page.close();
    return measured;
  };
  try {
    const fresh: number[][] = [];
    for (let page = 0; page < pages; page++) fresh.push(await measure(2));
    const medianAt = (at: number): number => tenth(median(fresh.map((times) => times[at] ?? 0)));
    const figures = { chromiumMs: tenth(median(await measure(trials))), coldMs: medianAt(0), voterMs: medianAt(1), trials };
    say(`booth: ${figures.chromiumMs} ms in Chromium; in a new page ${figures.coldMs} ms, then ${figures.voterMs} ms`);
    return figures;
  } finally {
    await browser.close();
  }
}
