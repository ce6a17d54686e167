import type { Page } from 'playwright-core';

/** Everything the page says in its console, violations of its policy and uncaught errors among it; grows as it is said. */
export function consoleOf(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    // The browser asks for an icon by itself; no page here has one.
    if (!message.location().url.endsWith('/favicon.ico')) said.push(message.text());
  });
  page.on('pageerror', (error) => void said.push(error.message));
  return said;
}
