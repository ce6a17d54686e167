import type { Choice } from '#ballot-box';
import { choiceOf, isRanking } from '../choice/picks.js';
import type { Booth } from './booth.js';
import { el } from './element.js';

/** The choice in words, as it will be or was encrypted. */
export const choiceSummary = (booth: Booth): HTMLElement =>
  choiceWords(isRanking(booth.picks.kind), choiceOf(booth.picks), (option) => booth.nameOf(option), booth.texts.nobody);

/** Groups in their order for a ranking, else the chosen ones; `nobody` where nothing is chosen. */
export function choiceWords(ranking: boolean, choice: Choice, nameOf: (option: number) => string, nobody: string): HTMLElement {
  if (choice.length === 0) return el('p', { class: 'summary' }, nobody);
  const groups = ranking ? choice : (choice[0] ?? []).map((option) => [option]);
  return el(ranking ? 'ol' : 'ul', { class: 'summary' }, ...groups.map((group) => el('li', {}, group.map((option) => nameOf(option)).join(' · '))));
}
