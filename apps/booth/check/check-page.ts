import type { Language } from '../parent/booth-request.js';
import { actions, button } from '../view/actions.js';
import { el } from '../view/element.js';
import { checkOpening, ENOUGH } from './check-opening.js';
import { resultOf } from './result.js';
import { en } from './texts/en.js';
import { ko, type CheckTexts } from './texts/ko.js';

const TEXTS: Readonly<Record<Language, CheckTexts>> = { ko, en };
const OWN_NAMES: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };

/** The whole page; a change of language begins anew, and what was pasted stays. */
export function checkPage(place: HTMLElement, language: Language, pasted = '', written = ''): void {
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  document.title = texts.title;
  const file = el('input', { type: 'file', id: 'file', accept: '.json,application/json', 'aria-describedby': 'file-hint' });
  const paste = el('textarea', { id: 'paste', rows: '6', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'paste-hint' });
  const noted = el('input', { type: 'text', id: 'noted', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', 'aria-describedby': 'noted-hint' });
  const fault = el('p', { class: 'fault', role: 'alert' });
  const result = el('section', { id: 'result' });
  paste.value = pasted;
  noted.value = written;

  // A file is read into the field below it, so that there is one text to look at.
  file.addEventListener('change', () => void file.files?.[0]?.text().then((text) => { paste.value = text; }));

  const check = (): void => {
    const isEmpty = paste.value.trim() === '';
    fault.textContent = isEmpty ? texts.nothing : '';
    result.replaceChildren(...(isEmpty ? [] : [el('p', { role: 'status' }, texts.checking)]));
    if (isEmpty) return;
    // The words are painted before the processor is busy.
    requestAnimationFrame(() => setTimeout(() => {
      const [heading, ...rest] = resultOf(checkOpening(paste.value), noted.value, { texts, language });
      result.replaceChildren(...(heading === undefined ? [] : [heading]), ...rest);
      heading?.focus();
    }));
  };

  place.replaceChildren(
    el('nav', { class: 'languages', 'aria-label': texts.languages }, ...(Object.keys(TEXTS) as Language[]).map((one) =>
      el('button', { type: 'button', lang: one, 'aria-pressed': String(one === language), onclick: () => checkPage(place, one, paste.value, noted.value) }, OWN_NAMES[one]))),
    el('h1', {}, texts.title), el('p', {}, texts.lead),
    el('div', { class: 'fields' },
      ...field(texts.file, texts.fileHint, file), ...field(texts.paste, texts.pasteHint, paste), ...field(texts.noted, texts.notedHint(ENOUGH), noted)),
    fault, actions(button(texts.check, 'primary', check)), result,
    el('p', { class: 'hint' }, texts.limits));
}

const field = (label: string, hint: string, control: HTMLElement): HTMLElement[] =>
  [el('label', { for: control.id }, label), el('p', { class: 'hint', id: `${control.id}-hint` }, hint), control];
