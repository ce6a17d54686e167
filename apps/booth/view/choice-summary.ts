import { choiceOf, isRanking } from '../choice/picks.js';
import type { Booth } from './booth.js';
import { el } from './element.js';

/** The choice in words, as it will be or was encrypted. */
export function choiceSummary(booth: Booth): HTMLElement {
  const choice = choiceOf(booth.picks);
  if (choice.length === 0) return el('p', { class: 'summary' }, booth.texts.nobody);
  const groups = isRanking(booth.picks.kind) ? choice : (choice[0] ?? []).map((option) => [option]);
  return el(isRanking(booth.picks.kind) ? 'ol' : 'ul', { class: 'summary' },
    ...groups.map((group) => el('li', {}, group.map((option) => booth.nameOf(option)).join(' · '))));
}
