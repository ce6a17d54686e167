import { stringify } from 'csv-stringify/sync';
import { bilingual, translate } from '#platform';
import type { Letterhead } from '../document/page.js';
import { both, label, page, table } from '../document/page.js';
import { html } from '../document/html.js';
import { rankTitle } from '../support/rank-title.js';
import type { OrderView } from './order-view.js';

const koreanDay = (day: string): string => day.split('-').map(Number).join('. ') + '.';

/** What everybody may read of an order (인사발령문), as a printable page: who goes where, and never why. */
export const orderPage = (order: OrderView, letterhead: Letterhead, mayor: string): string => {
  const title = order.kind === 'CORRECTION' ? 'order.correctionTitle' : 'order.title';
  return page(title, letterhead,
    html`<p>${label('order.number', { number: order.number })}</p>`,
    html`<p>${both(bilingual('order.effective', { date: order.effectiveOn }))}</p>${
      order.kind === 'CORRECTION' && order.reason !== null ? html`<dl><dt>${label('order.reason')}</dt><dd>${order.reason}</dd></dl>` : null}${table(order.items, [
      { head: 'document.number', cell: ({ lineNumber }) => lineNumber, numeric: true },
      { head: 'document.rank', cell: ({ grade, jobSeries }) => rankTitle(grade, jobSeries), short: true },
      { head: 'document.name', cell: ({ name }) => name, short: true },
      { head: 'document.from', cell: ({ from }) => (from === null ? label('document.noPost') : both(from.title)) },
      { head: 'document.to', cell: ({ to }) => (to === null ? label('document.noPost') : both(to.title)) },
    ])}<p class="seal">${koreanDay(order.issuedOn ?? order.effectiveOn)}<br>${mayor}</p>`);
};

/** The same as a table: UTF-8 with a byte-order mark; texts that a spreadsheet would run as formulas are defused. */
export const orderCsv = (order: OrderView, { isDemo }: Letterhead): Buffer => {
  const head = ['order.numberColumn', 'document.number', 'document.employeeNumber', 'document.name', 'document.rank', 'document.from', 'document.to', 'document.effectiveOn', 'document.remark'].map((key) => translate('ko', key));
  const rows = order.items.map(({ lineNumber, employeeNumber, name, grade, jobSeries, from, to }) => [
    order.number, String(lineNumber), employeeNumber, name, rankTitle(grade, jobSeries), from === null ? '' : from.title.ko, to === null ? '' : to.title.ko,
    order.effectiveOn, isDemo ? translate('ko', 'document.demo') : '',
  ]);
  return Buffer.from(`\ufeff${stringify([head, ...rows], { record_delimiter: '\r\n', escape_formulas: true })}`, 'utf8');
};
