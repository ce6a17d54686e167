import { createHash } from 'node:crypto';
import type { Bilingual, MessageParams } from '#contracts';
import { bilingual } from '#platform';
import { Html, html } from './html.js';

/** Whose paper it is. */
export interface Letterhead {
  readonly name: string;
  readonly nameEn: string;
  /** Invented people: the page says 가상 데이터 on every sheet. */
  readonly isDemo: boolean;
}

// Grey and one blue: it must stay legible on a black-and-white printer.
const STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #555 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 190mm; padding: 8mm; color: #1a1a1a; background: #fff; font: 10pt/1.55 "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif; word-break: keep-all; overflow-wrap: anywhere }
header { border-bottom: 2.5pt double #1f3a5f; margin-bottom: 6mm; padding-bottom: 3mm; text-align: center }
header p { margin: 0; color: #444 }
h1 { font: 700 20pt/1.3 "Noto Serif KR", "Batang", serif; letter-spacing: .12em; margin: 2mm 0 1mm }
h1 span[lang=en] { display: block; font: 400 9.5pt "Noto Sans KR", sans-serif; letter-spacing: 0; color: #666 }
h2 { font-size: 12.5pt; margin: 8mm 0 2.5mm; padding-left: 2.5mm; border-left: 3pt solid #1f3a5f; break-after: avoid }
span[lang=en], .en { color: #666; font-size: .85em; font-weight: 400 }
table { width: 100%; border-collapse: collapse; font-size: 9pt; margin: 2mm 0 }
th, td { border: .5pt solid #9aa3ad; padding: 1.2mm 1.8mm; text-align: left; vertical-align: top }
th { background: #eef2f6; font-weight: 600 }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { overflow-wrap: break-word }
th { overflow-wrap: normal }
td.n, td.s, th.n, th.s { white-space: nowrap }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
th.n span[lang=en], th.s span[lang=en] { display: block }
dl { display: grid; grid-template-columns: 42mm 1fr; gap: 1mm 4mm; margin: 2mm 0 }
dt { color: #444 } dd { margin: 0 }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3mm; margin: 3mm 0; padding: 0; list-style: none }
.figures li { border: .5pt solid #9aa3ad; border-top: 2pt solid #1f3a5f; padding: 2mm 3mm; text-align: center; break-inside: avoid }
.figures b { display: block; font-size: 17pt; line-height: 1.3; font-variant-numeric: tabular-nums }
.bar { display: block; width: 100%; min-width: 34mm; height: 3.4mm; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.none { color: #666; font-style: normal }
.note { font-size: 8.5pt; color: #444 }
.demo { border: 1pt solid #a00; color: #a00; display: inline-block; padding: .3mm 3mm; margin-top: 2mm; font-weight: 600; font-size: 9pt }
.seal { margin-top: 14mm; text-align: center; font: 700 15pt "Noto Serif KR", "Batang", serif; letter-spacing: .2em; break-inside: avoid }
@media screen and (max-width: 640px) {
  body { padding: 4mm }
  .figures { grid-template-columns: repeat(2, 1fr) }
  dl { grid-template-columns: 1fr; gap: 0 }
  dd { margin-bottom: 2mm }
  .wide { overflow-x: auto }
  .wide table { min-width: 150mm }
}
@media print { body { padding: 0; max-width: none } .demo { position: fixed; top: 0; right: 0; margin: 0; background: #fff } }
`;

/** No script, nothing from the network, only the style of this page. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Korean first, English beside it in small print. */
export const both = ({ ko, en }: Bilingual): Html => (ko === en ? html`${ko}` : html`${ko} <span lang="en">${en}</span>`);

/** A label from the catalogues, in both languages. */
export const label = (key: string, params: MessageParams = {}): Html => both(bilingual(key, params));

export interface Column<Row> {
  /** Message key of the heading. */
  readonly head: string;
  readonly cell: (row: Row, index: number) => string | number | null | Html;
  readonly numeric?: boolean;
  /** A few letters that belong on one line: a name, a rank, a day. */
  readonly short?: boolean;
}

/** A table whose heading repeats on each sheet; without rows it says so. */
export const table = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Html => {
  if (rows.length === 0) return html`<p class="none">${label('document.none')}</p>`;
  const kind = ({ numeric, short }: Column<Row>): Html => (numeric ? html` class="n"` : short ? html` class="s"` : html``);
  return html`<div class="wide" tabindex="0"><table><thead><tr>${columns.map((column) => html`<th scope="col"${kind(column)}>${label(column.head)}</th>`)}</tr></thead><tbody>${rows.map((row, index) =>
    html`<tr>${columns.map((column) => html`<td${kind(column)}>${column.cell(row, index)}</td>`)}</tr>`)}</tbody></table></div>`;
};

/** A bar of a share, drawn without inline styles, which the policy of the page forbids. */
export const bar = (share: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4" fill="#dfe5ec"/><rect width="${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}" height="4" fill="#1f3a5f"/></svg>`;

/** A printable page. @param title message key */
export const page = (title: string, letterhead: Letterhead, lead: Html, body: Html): string => {
  const { ko, en } = bilingual(title);
  return html`<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${ko} · ${letterhead.name}</title><style>${new Html(STYLE)}</style></head>
<body><header><p>${letterhead.name} <span lang="en">${letterhead.nameEn}</span></p><h1>${ko}<span lang="en">${en}</span></h1>${lead}${
  letterhead.isDemo ? html`<p class="demo">${label('document.demo')}</p>` : null}</header>
${body}</body></html>
`.text;
};
