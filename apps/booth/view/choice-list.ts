import { chosen } from '../choice/picks.js';
import type { Booth } from './booth.js';
import { el } from './element.js';

/** One of several (plurality) or any number (approval): native radio buttons or checkboxes on cards. */
export function choiceList(booth: Booth, changed: () => void): HTMLElement {
  const { texts, picks: { kind } } = booth;
  const type = kind === 'plurality' ? 'radio' : 'checkbox';
  return el('fieldset', { class: 'cards' }, el('legend', { class: 'unseen' }, texts.steps[0] ?? ''),
    ...booth.options.map((one, option) => el('label', { class: one.nota ? 'card pick nota' : 'card pick' },
      el('input', { type, name: 'choice', checked: booth.picks.order.includes(option), onchange: () => {
        booth.picks = chosen(booth.picks, option);
        changed();
      } }),
      el('span', { class: 'body' }, el('span', { class: 'name' }, booth.nameOf(option)), one.nota ? el('span', { class: 'note' }, texts.nota) : null))));
}
