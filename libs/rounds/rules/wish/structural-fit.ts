import { QUALIFICATION_RULES, type QualificationCode } from '#preferences';
import { byMode, type Mode } from '../modes.js';
import type { WishCase, WishFinding } from '../rule.js';
import { isWaived } from './waived.js';

/**
 * A rule of the post catalogue, asked again by the round, so that both always agree; the round adds the mode and waivers.
 * Catalogue and round share the rule's parameters.
 */
export const structuralFit = (code: string, qualification: QualificationCode, mode: Mode): ((wish: WishCase) => WishFinding | null) => {
  const rule = QUALIFICATION_RULES.find((candidate) => candidate.code === qualification);
  if (rule === undefined) throw new Error(`There is no qualification rule ${qualification}`);
  return (wish) => {
    const { person, seat } = wish;
    if (seat === null || mode === 'OFF') return null;
    const candidate = { grade: person.grade, jobSeries: person.jobSeries, licences: person.licences, currentPositionId: person.postCode };
    const post = { ...seat, id: seat.code, protectionReason: null, protectedUntil: null, validFrom: '', validTo: null };
    const params = rule.hindrance(candidate, post, '');
    return params === null || isWaived(wish, code) ? null : byMode(mode, params);
  };
};
