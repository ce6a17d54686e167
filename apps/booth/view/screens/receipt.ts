import type { Receipt } from '#ballot-box';
import { tellParent } from '../../parent/channel.js';
import { actions, button } from '../actions.js';
import type { Booth } from '../booth.js';
import { el } from '../element.js';
import { saveFile } from '../save-file.js';

export function receiptScreen(booth: Booth, receipt: Receipt): void {
  const { texts, session: { request: { slot } } } = booth;
  const facts: readonly (readonly [string, string])[] = [
    [texts.tracker, receipt.tracker], [texts.hash, receipt.ballotHash], [texts.revision, String(receipt.revision)],
    [texts.slot, String(slot)], [texts.intake, String(receipt.intakeIndex)],
  ];
  booth.show(3, texts.receiptTitle, el('p', {}, texts.receiptLead),
    el('dl', { class: 'facts' }, ...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, el('code', {}, value))])),
    el('p', { class: 'hint' }, texts.again),
    actions(
      button(texts.saveReceipt, 'secondary', () => saveFile(`receipt-${receipt.tracker.slice(0, 8)}.json`, receipt)),
      button(texts.close, 'primary', () => leave(booth))));
}

function leave(booth: Booth): void {
  booth.show(3, booth.texts.closed);
  tellParent({ type: 'jari-booth/closed' });
}
