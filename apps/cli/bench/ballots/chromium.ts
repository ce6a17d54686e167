import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of the machine's own Chromium, or null. */
export const findChromium = (): string | null =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => PROGRAMS.map((program) => join(folder, program))).find(isProgram) ?? null;

/** Quiet, and with a profile of its own. @throws Error where there is none */
export const openChromium = async (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium on this machine');
  // Not needed by a machine that only serves.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath, chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
};
