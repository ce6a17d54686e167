import type { Texts } from '../texts/ko.js';
import { el } from './element.js';

/** Where one stands: choose, review, seal, receipt. */
export function steps(texts: Texts, current: number): HTMLElement {
  return el('ol', { class: 'steps', 'aria-label': texts.stepOf(current + 1, texts.steps.length) },
    ...texts.steps.map((name, at) => el('li', { class: at < current ? 'done' : at === current ? 'now' : '', 'aria-current': at === current ? 'step' : false },
      el('span', {}, name))));
}
