import type { SpecOption } from '#ballot-box';
import { firstPicks, type Picks } from '../choice/picks.js';
import type { Language } from '../parent/booth-request.js';
import { en } from '../texts/en.js';
import { ko, type Texts } from '../texts/ko.js';
import type { VotingSession } from '../voting/voting-session.js';
import { announce, el } from './element.js';
import { limits } from './limits.js';
import { steps } from './steps.js';

const TEXTS: Readonly<Record<Language, Texts>> = { ko, en };

/** Screens one can come back to. They are handed over, so that a screen imports only the ones after it. */
export interface WaysBack {
  readonly choose: (booth: Booth) => void;
  readonly review: (booth: Booth) => void;
}

/** What the screens share: the session, what is picked so far, the words, and the place where a screen stands. */
export class Booth {
  picks: Picks;
  readonly texts: Texts;
  readonly language: Language;

  constructor(readonly session: VotingSession, private readonly place: HTMLElement, private readonly waysBack: WaysBack) {
    const { request: { language, open: { spec, ballotOptions } } } = session;
    this.language = language;
    this.texts = TEXTS[language];
    this.picks = firstPicks(spec.kind, ballotOptions.length);
    dress(language);
  }

  get options(): readonly SpecOption[] {
    return this.session.request.open.ballotOptions;
  }

  nameOf(option: number): string {
    return this.options[option]?.name[this.language] ?? '';
  }

  /** To the first screen, with what is picked so far. */
  backToChoice(): void {
    this.waysBack.choose(this);
  }

  backToReview(): void {
    this.waysBack.review(this);
  }

  /** Shows a screen, with the focus on its heading so that reading goes on there. */
  show(step: number, heading: string, ...content: readonly (Node | null)[]): void {
    const { spec } = this.session.request.open;
    const title = el('h2', { tabindex: '-1' }, heading);
    announce('');
    this.place.replaceChildren(
      el('header', {}, el('p', { class: 'over' }, spec.organization.name[this.language]), el('h1', {}, spec.position.name[this.language]), steps(this.texts, step)),
      el('section', {}, title, ...content.filter((node) => node !== null)),
      limits(this.texts, spec),
    );
    title.focus();
    window.scrollTo(0, 0);
  }
}

/** Puts language, title and the line of the fingerprint on the page. */
export function dress(language: Language): void {
  const { title, pin } = TEXTS[language];
  document.documentElement.lang = language;
  document.title = title;
  const line = document.querySelector('#pin');
  if (line !== null) line.textContent = pin;
}
