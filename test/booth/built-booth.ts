import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium } from '../../apps/cli/bench/ballots/chromium.js';
import { buildBooth } from '../../tools/booth.mjs';
import { serveBooth, type BoothServer } from './booth-server.js';

/** The booth as it is delivered, on a server of its own, and a browser to open it in. */
export interface BuiltBooth {
  readonly server: BoothServer;
  readonly browser: Browser;
  dispose(): Promise<void>;
}

export const openBuiltBooth = async (): Promise<BuiltBooth> => {
  const folder = mkdtempSync(join(tmpdir(), 'jari-booth-'));
  await buildBooth({ root: process.cwd(), out: folder });
  const [server, browser] = [await serveBooth(folder), await openChromium()];
  return {
    server, browser,
    dispose: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
