import { tellParent } from '../../parent/channel.js';
import { NoAnswer, Refused } from '../../voting/post.js';
import { FalseReceipt } from '../../voting/voting-session.js';
import { actions, button } from '../actions.js';
import type { Booth } from '../booth.js';
import { announce, el } from '../element.js';
import { receiptScreen } from './receipt.js';
import { testedScreen } from './tested.js';

/** The fingerprint stands here before the voter says whether it is cast or tested: the booth cannot know in time to cheat. */
export function sealed(booth: Booth, ballotHash: string): void {
  const { texts, session } = booth;
  const fault = el('p', { class: 'fault', role: 'alert' });
  const bar = actions();
  const offer = (...buttons: readonly HTMLElement[]): void => {
    bar.replaceChildren(...buttons);
    buttons.at(-1)?.focus();
  };

  const send = (again: HTMLElement, work: () => Promise<void>): void => {
    fault.textContent = '';
    announce(texts.sending);
    offer(el('button', { type: 'button', class: 'primary', 'aria-disabled': 'true' }, texts.sending));
    work().catch((error: unknown) => {
      fault.textContent = wordsFor(error, booth);
      // After a refusal for good this ballot is of no use; otherwise the very same one is sent again.
      offer(error instanceof Refused && !error.passing ? button(texts.back, 'secondary', () => booth.backToReview()) : again);
    });
  };

  const cast = (): void => send(button(texts.sendAgain, 'primary', cast), async () => {
    const receipt = await session.cast();
    tellParent({ type: 'jari-booth/cast', receipt });
    receiptScreen(booth, receipt);
  });
  const test = (): void => send(button(texts.sendAgain, 'primary', test), async () => {
    const file = await session.test();
    tellParent({ type: 'jari-booth/tested', ballotHash });
    testedScreen(booth, file);
  });

  bar.append(button(texts.test, 'secondary', test), button(texts.cast, 'primary', cast));
  booth.show(2, texts.sealedTitle, el('p', {}, texts.sealedLead),
    el('dl', { class: 'facts' }, el('dt', {}, texts.hash), el('dd', {}, el('code', { id: 'ballot-hash' }, ballotHash))),
    el('p', { class: 'hint' }, texts.testNote), fault, bar);
}

function wordsFor(error: unknown, { texts, language }: Booth): string {
  if (error instanceof Refused) return `${texts.refusedCast} ${error.words[language] ?? ''}`.trim();
  if (error instanceof FalseReceipt) return texts.falseReceipt;
  if (error instanceof NoAnswer) return texts.noAnswer;
  throw error;
}
