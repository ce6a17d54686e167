import { isComplete, isRanking } from '../../choice/picks.js';
import { actions, button } from '../actions.js';
import type { Booth } from '../booth.js';
import { choiceList } from '../choice-list.js';
import { el } from '../element.js';
import { rankingList } from '../ranking-list.js';
import { review } from './review.js';

export function choose(booth: Booth): void {
  const { texts, picks: { kind } } = booth;
  const fault = el('p', { class: 'fault', role: 'alert' });
  const next = button(texts.toReview, 'primary', () => {
    if (isComplete(booth.picks)) review(booth);
    else fault.textContent = texts.needOne;
  });
  const list = isRanking(kind) ? rankingList(booth) : choiceList(booth, () => { fault.textContent = ''; });
  booth.show(0, texts.choose[kind], isRanking(kind) ? el('p', { id: 'order-hint', class: 'hint' }, texts.orderHint) : null, list, fault, actions(next));
}
