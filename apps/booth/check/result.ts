import { isRanking } from '../choice/picks.js';
import type { Language } from '../parent/booth-request.js';
import { choiceWords } from '../view/choice-summary.js';
import { el } from '../view/element.js';
import { isFingerprint, type CheckedOpening, type OpeningResult } from './check-opening.js';
import type { CheckTexts } from './texts/ko.js';

interface Surroundings {
  readonly texts: CheckTexts;
  readonly language: Language;
}

/** What the check found, in words, its heading first. @param noted what somebody wrote down of the fingerprint; may be empty */
export function resultOf(result: OpeningResult, noted: string, surroundings: Surroundings): HTMLElement[] {
  const { texts } = surroundings;
  // A file that cannot be read says nothing about the booth yet.
  if ('fault' in result) return result.fault === 'unreadable' ? [headed(texts.fails), told(texts.faults.unreadable)] : failed(texts.faults[result.fault], texts);
  const isNoted = noted.trim() !== '';
  return isNoted && !isFingerprint(noted, result.ballotHash) ? failed(texts.otherNoted, texts) : whatToCompare(result, isNoted, surroundings);
}

const headed = (text: string): HTMLElement => el('h2', { tabindex: '-1' }, text);

const told = (fault: string): HTMLElement => el('p', { class: 'fault' }, fault);

const failed = (fault: string, texts: CheckTexts): HTMLElement[] => [headed(texts.fails), told(fault), el('p', {}, texts.failsLead)];

function whatToCompare({ open, ballotHash, choice }: CheckedOpening, isNoted: boolean, { texts, language }: Surroundings): HTMLElement[] {
  const { spec, electionId, ballotOptions } = open;
  const nameOf = (option: number): string => ballotOptions[option]?.name[language] ?? '';
  return [
    headed(texts.holds), el('p', {}, texts.holdsLead),
    el('h3', {}, texts.choice), el('p', { class: 'hint' }, `${spec.organization.name[language]} · ${spec.position.name[language]}`),
    choiceWords(isRanking(spec.kind), choice, nameOf, texts.nobody), el('p', { class: 'hint' }, texts.compareChoice),
    el('dl', { class: 'facts' },
      el('dt', {}, texts.hash), el('dd', {}, el('code', { id: 'ballot-hash' }, ballotHash), el('p', { class: 'hint' }, isNoted ? texts.sameNoted : texts.compareHash)),
      el('dt', {}, texts.election), el('dd', {}, el('code', { id: 'election' }, electionId), el('p', { class: 'hint' }, texts.compareElection))),
    el('p', { class: 'notice' }, texts.counted),
  ];
}
