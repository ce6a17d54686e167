import { QUALIFICATION_RULES, type Candidate, type QualificationCode, type QualifyingPost } from '#preferences';
import type { PersonFacts } from '../../facts/person-facts.js';
import type { SeatFacts } from '../../facts/seat-facts.js';
import { byMode, type Mode } from '../modes.js';
import type { WishCase, WishFinding } from '../rule.js';
import { isWaived } from './waived.js';

/** The same facts in the catalogue's words, made once each: a run asks about every person and every post. */
const remembered = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
};

const candidateOf = remembered(({ grade, jobSeries, licences, postCode }: PersonFacts): Candidate => ({ grade, jobSeries, licences, currentPositionId: postCode }));
const postOf = remembered(({ code, highestGrade, lowestGrade, jobSeries, requiredLicences }: SeatFacts): QualifyingPost => ({
  id: code, highestGrade, lowestGrade, jobSeries, requiredLicences, protectionReason: null, protectedUntil: null, validFrom: '', validTo: null,
}));

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
    const params = rule.hindrance(candidateOf(person), postOf(seat), '');
    return params === null || isWaived(wish, code) ? null : byMode(mode, params);
  };
};
