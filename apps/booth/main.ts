import { anyChoice } from './choice/picks.js';
import { awaitOpening, tellParent } from './parent/channel.js';
import { readBoothRequest } from './parent/booth-request.js';
import { en } from './texts/en.js';
import { ko } from './texts/ko.js';
import { Booth, dress } from './view/booth.js';
import { el } from './view/element.js';
import { choose } from './view/screens/choose.js';
import { review } from './view/screens/review.js';
import { VotingSession } from './voting/voting-session.js';

const place = document.querySelector<HTMLElement>('#booth') ?? document.body;

function openBooth(message: unknown): void {
  let session: VotingSession;
  try {
    session = new VotingSession(readBoothRequest(message, location.origin));
  } catch {
    // What was wrong could repeat the secret, so nobody is told.
    place.replaceChildren(...inBoth('refused'));
    tellParent({ type: 'jari-booth/refused' });
    return;
  }
  window.addEventListener('pagehide', () => session.wipe());
  // A page that the browser kept and shows again has no key any more: it begins anew.
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  choose(new Booth(session, place, { choose, review }));
  const { spec: { kind }, ballotOptions } = session.request.open;
  whenIdle(() => session.warmUp(anyChoice(kind, ballotOptions.length)));
}

// Not every browser says when it is idle; then it is soon after the first screen was painted.
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 200);
}

function inBoth(name: 'outside' | 'refused'): HTMLElement[] {
  return [el('p', { class: 'notice', lang: 'ko' }, ko[name]), el('p', { class: 'notice', lang: 'en' }, en[name])];
}

dress('ko');
if (window.parent === window) {
  place.replaceChildren(...inBoth('outside'));
} else {
  void awaitOpening().then(openBooth);
  tellParent({ type: 'jari-booth/ready', bundle: document.querySelector('#hash')?.textContent ?? '' });
}
