import type { TestFile } from '../../voting/test-file.js';
import { actions, button } from '../actions.js';
import type { Booth } from '../booth.js';
import { choiceSummary } from '../choice-summary.js';
import { el } from '../element.js';
import { saveFile } from '../save-file.js';

/** Beside the folder of the booth, whose name is too long to type. */
const CHECK_AT = new URL('../check', location.href).href;

/** A tested ballot is opened: its choice and the randomness, to be checked on another device. */
export function testedScreen(booth: Booth, file: TestFile): void {
  const { texts } = booth;
  const content = el('textarea', { id: 'test-file', readonly: true, rows: '8', spellcheck: 'false' });
  content.value = JSON.stringify(file);
  booth.show(2, texts.testedTitle, el('p', {}, texts.testedLead),
    el('dl', { class: 'facts' }, el('dt', {}, texts.hash), el('dd', {}, el('code', {}, file.ballotHash))),
    el('h3', {}, texts.testedChoice), choiceSummary(booth),
    el('h3', {}, texts.checkAt), el('p', {}, el('code', { id: 'check-at' }, CHECK_AT)),
    el('h3', {}, el('label', { for: 'test-file' }, texts.testFile)), content,
    actions(
      button(texts.saveTest, 'secondary', () => saveFile(`ballot-test-${file.ballotHash.slice(0, 8)}.json`, file)),
      button(texts.testedNext, 'primary', () => booth.backToChoice())));
}
