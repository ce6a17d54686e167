import type { Spec } from '#ballot-box';
import type { Texts } from '../texts/ko.js';
import { el } from './element.js';

/** What the protocol does not prevent, in one panel that stands closed under every screen. */
export const limits = (texts: Texts, { k, registrar }: Spec): HTMLElement => el('details', { id: 'limits' },
  el('summary', {}, texts.limitsTitle),
  el('ul', {}, ...[...texts.limits(k), registrar === 'built-in' ? texts.builtIn : texts.separate, texts.review].map((text) => el('li', {}, text))));
