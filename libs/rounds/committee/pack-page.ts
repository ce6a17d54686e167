import { bilingual, koreanDate } from '#platform';
import { Html, html } from '../document/html.js';
import { bar, both, label, page, table } from '../document/page.js';
import { describeValue } from '../document/describe-value.js';
import { type NamedPost } from '../support/post-book.js';
import { rankTitle } from '../support/rank-title.js';
import type { CommitteePack, PackMove } from './pack.js';

const post = (named: NamedPost | null): Html => (named === null ? label('document.noPost') : both(named.title));
const code = (group: string, value: string): Html => label(`${group}.${value}`);
const yesNo = (holds: boolean): Html => label(holds ? 'document.holds' : 'document.fails');
const section = (key: string, ...content: readonly Html[]): Html => html`<section><h2>${label(key)}</h2>${content}</section>`;
const fields = (rows: readonly (readonly [string, string | Html | null])[]): Html =>
  html`<dl>${rows.map(([key, value]) => html`<dt>${label(key)}</dt><dd>${value === null || value === '' ? '–' : value}</dd>`)}</dl>`;

const summary = ({ round, outcomes, run, earlyMoves }: CommitteePack): Html => section('pack.summary',
  html`<ul class="figures">${([
    ['pack.participants', outcomes.participants], ['outcomeCode.PLACED', outcomes.placed], ['outcomeCode.STAYED', outcomes.stayed], ['outcomeCode.OUT_OF_WISH', outcomes.outOfWish],
    ['pack.movers', outcomes.movers], ['pack.displaced', `${outcomes.displaced.placed} / ${outcomes.displaced.people}`], ['outcomeCode.EXCLUDED', outcomes.excluded], ['pack.early', `${earlyMoves.used} / ${earlyMoves.cap}`],
  ] as const).map(([key, figure]) => html`<li><b>${figure}</b>${label(key)}</li>`)}</ul>`,
  fields([
    ['pack.kind', code('roundKind', round.kind)], ['pack.state', code('roundState', round.state)],
    ['pack.resolution', `${round.resolutionNumber ?? ''} (${round.resolvedOn ?? ''})`], ['pack.noticeOn', round.noticeOn],
    ['pack.filing', `${koreanDate(round.opensAt)} – ${koreanDate(round.closesAt)}`], ['pack.cutOffOn', round.cutOffOn], ['pack.effectiveOn', round.effectiveOn],
    ['pack.run', html`${run.number} · ${run.label} (${run.mechanism}) ${run.asNoticed ? label('pack.asNoticed') : label('pack.deviates', { number: run.adoptionResolutionNumber ?? '–' })}`],
    ['pack.adoption', run.adoptionReason], ['pack.seed', run.seed], ['pack.hash', run.hash],
  ]));

const byRank = ({ outcomes }: CommitteePack): Html => {
  const rows = outcomes.byRank.map((people, index) => ({ rank: index + 1, people, share: outcomes.placed === 0 ? 0 : people / outcomes.placed }));
  return section('pack.byRank', table(rows, [
    { head: 'pack.rank', cell: ({ rank }) => label('pack.rankOf', { rank }) },
    { head: 'pack.people', cell: ({ people }) => people, numeric: true },
    { head: 'pack.share', cell: ({ share }) => `${Math.round(share * 1000) / 10} %`, numeric: true },
    { head: 'pack.picture', cell: ({ share }) => bar(share) },
  ]), html`<p class="note">${label('pack.rankNote')}</p>`);
};

const criteria = (pack: CommitteePack): Html => section('pack.criteria', table(pack.criteria, [
  { head: 'pack.criterion', cell: ({ title }) => both(title) },
  { head: 'pack.value', cell: ({ value }) => both(describeValue(value)) },
  { head: 'pack.source', cell: ({ source }) => code('criterionSource', source) },
  { head: 'pack.legalBasis', cell: ({ legalBasis }) => both(legalBasis) },
]));

const certificate = ({ certificate: { holds, checks } }: CommitteePack): Html => section('pack.certificate',
  html`<p>${label(holds ? 'pack.certificateHolds' : 'pack.certificateFails')}</p>`,
  table(checks, [
    { head: 'pack.phase', cell: ({ phase }) => code('runPhase', phase) },
    { head: 'pack.check', cell: (check) => code('certificate', check.code) },
    { head: 'pack.result', cell: (check) => yesNo(check.holds) },
    { head: 'pack.cases', cell: ({ count }) => count, numeric: true },
  ]));

const overrides = (pack: CommitteePack): Html => section('pack.overrides', table(pack.overrides, [
  { head: 'pack.people', cell: ({ moves }) => html`${moves.map(({ name, employeeNumber, from, to }) => html`<div>${name} (${employeeNumber}): ${post(from)} → ${post(to)}</div>`)}` },
  { head: 'pack.ground', cell: ({ groundCode }) => code('overrideGround', groundCode) },
  { head: 'pack.groundText', cell: ({ groundText }) => groundText ?? label('pack.personalGround') },
  { head: 'pack.state', cell: ({ state }) => code('overrideState', state) },
  { head: 'pack.persons', cell: ({ proposedBy, decidedBy }) => html`${proposedBy}${decidedBy === null ? null : html` → ${decidedBy}`}` },
]));

const violations = (pack: CommitteePack): Html => section('pack.violations', table(pack.violations, [
  { head: 'pack.check', cell: ({ title }) => both(title) },
  { head: 'pack.finding', cell: ({ text }) => both(text) },
  { head: 'pack.state', cell: ({ state }) => code('violationState', state) },
  { head: 'pack.resolutionText', cell: ({ resolutionText }) => resolutionText ?? '–' },
]));

const early = ({ earlyMoves, waivers }: CommitteePack): Html => section('pack.earlyMoves',
  html`<p>${label('pack.earlyMoveCount', { year: earlyMoves.year, used: earlyMoves.used, cap: earlyMoves.cap, transfers: earlyMoves.transfers, percent: earlyMoves.capPercent })}</p>`,
  table(earlyMoves.byGround.filter(({ proposed, effected }) => proposed + effected > 0), [
    { head: 'pack.ground', cell: ({ ground }) => code('earlyMoveGround', ground) },
    { head: 'pack.proposed', cell: ({ proposed }) => proposed, numeric: true },
    { head: 'pack.effected', cell: ({ effected }) => effected, numeric: true },
  ]),
  waivers.length === 0 ? html`` : table(waivers, [
    { head: 'pack.waivedRule', cell: ({ rule }) => both(rule) },
    { head: 'pack.ground', cell: ({ groundCode }) => code('earlyMoveGround', groundCode) },
    { head: 'pack.people', cell: ({ count }) => count, numeric: true },
  ]));

const person = (move: PackMove): Html => html`${move.name} <span class="en">${move.employeeNumber}</span>`;

const outOfWish = (pack: CommitteePack): Html => section('pack.outOfWish', table(pack.outOfWish, [
  { head: 'document.number', cell: (_, index) => index + 1, numeric: true },
  { head: 'document.name', cell: person, short: true },
  { head: 'document.from', cell: ({ from }) => post(from) },
  { head: 'document.to', cell: ({ to }) => post(to) },
  { head: 'pack.reason', cell: ({ reason }) => reason },
]));

const transfers = (pack: CommitteePack): Html => section('pack.transfers', table(pack.transfers, [
  { head: 'document.number', cell: (_, index) => index + 1, numeric: true },
  { head: 'document.name', cell: person, short: true },
  { head: 'document.rank', cell: ({ grade, jobSeries }) => rankTitle(grade, jobSeries), short: true },
  { head: 'document.from', cell: ({ from }) => post(from) },
  { head: 'document.to', cell: ({ to }) => post(to) },
  { head: 'pack.basis', cell: ({ basis }) => code('moveBasis', basis) },
]));

const reviews = (pack: CommitteePack): Html => section('pack.reviews', table(pack.reviews, [
  { head: 'pack.heldOn', cell: ({ heldOn }) => heldOn },
  { head: 'pack.resolution', cell: ({ resolutionNumber }) => resolutionNumber },
  { head: 'pack.result', cell: ({ decision }) => code('reviewDecision', decision) },
  { head: 'pack.opinion', cell: ({ opinion }) => opinion },
]));

/** The pack as a printable page. */
export const packPage = (pack: CommitteePack): string => page('pack.title', pack.letterhead,
  html`<p>${pack.round.name}</p><p class="note">${both(bilingual('pack.preparedOn', { date: pack.preparedOn }))}</p>`,
  html`${[summary, byRank, certificate, overrides, violations, early, outOfWish, transfers, criteria, reviews].map((part) => part(pack))}<p class="note">${label('pack.privacy')}</p>`);
