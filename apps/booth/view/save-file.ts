import { el } from './element.js';

/** Offers a value as a JSON file; it leaves the page only where the voter saves it. */
export function saveFile(name: string, value: object): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' }));
  el('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
