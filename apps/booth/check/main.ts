import { LANGUAGES, type Language } from '../parent/booth-request.js';
import { checkPage } from './check-page.js';

const place = document.querySelector<HTMLElement>('#check') ?? document.body;
const wished = navigator.languages.map((tag) => tag.slice(0, 2));
const first = wished.find((tag): tag is Language => LANGUAGES.some((one) => one === tag)) ?? 'ko';
checkPage(place, first);
