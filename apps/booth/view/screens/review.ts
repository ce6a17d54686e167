import { choiceOf } from '../../choice/picks.js';
import { actions, button } from '../actions.js';
import type { Booth } from '../booth.js';
import { choiceSummary } from '../choice-summary.js';
import { announce, el } from '../element.js';
import { sealed } from './sealed.js';

export function review(booth: Booth): void {
  const { texts, session } = booth;
  const { revision } = session.request;
  const seal = button(texts.seal, 'primary', () => {
    if (seal.getAttribute('aria-disabled') === 'true') return;
    seal.setAttribute('aria-disabled', 'true');
    seal.textContent = texts.sealing;
    announce(texts.sealing);
    // The words are painted before the processor is busy.
    requestAnimationFrame(() => setTimeout(() => sealed(booth, session.seal(choiceOf(booth.picks)))));
  });
  booth.show(1, texts.reviewTitle,
    el('p', {}, texts.reviewLead), choiceSummary(booth),
    revision > 0 ? el('p', { class: 'notice' }, texts.revote(revision)) : null,
    el('p', { class: 'hint' }, texts.again),
    actions(button(texts.back, 'plain', () => booth.backToChoice()), seal));
}
