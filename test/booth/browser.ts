import { accessSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

function found(): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const program of PROGRAMS) {
      try {
        accessSync(join(folder, program));
        return join(folder, program);
      } catch {
        // The next place may have it.
      }
    }
  }
  throw new Error('no Chromium on this machine');
}

/** The machine's own Chromium, quiet and with a profile of its own. */
export const openBrowser = (): Promise<Browser> => chromium.launch({
  executablePath: found(),
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
