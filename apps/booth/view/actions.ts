import { el } from './element.js';

/** The bar of buttons at the end of a screen. */
export const actions = (...buttons: readonly (HTMLElement | null)[]): HTMLElement => el('div', { class: 'actions' }, ...buttons);

export const button = (text: string, weight: 'primary' | 'secondary' | 'plain', onclick: () => void): HTMLButtonElement =>
  el('button', { type: 'button', class: weight, onclick }, text);
