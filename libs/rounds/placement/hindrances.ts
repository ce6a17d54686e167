import type { RuleHit } from '../rules/bound-rules.js';
import { TENURE_RULES } from '../waiver/waiver.service.js';
import type { CurrentPlacement, PlacedParticipant } from './current-placement.js';

/** Going back to one's own post and leaving it are what overrides are for; every other gate stands. */
const NOT_ASKED: readonly string[] = ['OWN_POST', 'POST_NOT_IN_ROUND', 'POST_FROZEN'];

/** The gates that stand between somebody and a post, by the rules of the run. */
export const blocksOf = (placement: CurrentPlacement, { person }: PlacedParticipant, code: string): readonly RuleHit[] => {
  const { seats, rules, isFrozen } = placement.compiled;
  const from = person.heldSeat === null ? null : seats.get(person.heldSeat)?.facts ?? null;
  const seat = seats.get(code)?.facts ?? null;
  const { blocks } = rules.verdict({ person: person.facts, from, fromFrozen: isFrozen(person.heldSeat), seat, seatFrozen: false });
  return blocks.filter(({ code: rule }) => !NOT_ASKED.includes(rule));
};

/** Whether the move would cut minimum tenure short, exceptions granted before left aside. */
export const isEarly = (placement: CurrentPlacement, participant: PlacedParticipant, toPositionId: string): boolean => {
  const place = placement.places.get(toPositionId);
  if (place === undefined || toPositionId === participant.currentPositionId) return false;
  const { person } = participant;
  const unwaived = { ...participant, person: { ...person, facts: { ...person.facts, waivers: person.facts.waivers.filter(({ ruleCode }) => !TENURE_RULES.includes(ruleCode)) } } };
  return blocksOf(placement, unwaived, place.code).some(({ code }) => TENURE_RULES.includes(code));
};
