import type { Bilingual, Fault } from '#contracts';
import type { EarlyMoveGround } from '../facts/early-move-ground.js';
import { seatLabel } from '../facts/seat-facts.js';
import { earlyMove } from '../rules/setting/early-move.js';
import { TENURE_RULES } from '../waiver/waiver.service.js';
import { occupancy, type CurrentPlacement } from '../placement/current-placement.js';
import { blocksOf } from '../placement/hindrances.js';
import type { ProposedMove } from '../placement/proposed-move.js';

const nameOf = ({ compiled }: CurrentPlacement, code: string): Bilingual => {
  const seat = compiled.seats.get(code);
  return seat === undefined ? { ko: code, en: code } : seatLabel(seat.facts);
};

/** The grounds that the round's criteria admit. */
export const admittedGrounds = (criterion: unknown): readonly EarlyMoveGround[] => earlyMove.of(criterion ?? earlyMove.standard).grounds;

const moveFaults = (placement: CurrentPlacement, move: ProposedMove, path: string, grounds: readonly EarlyMoveGround[]): readonly Fault[] => {
  const participant = placement.people.get(move.employeeId);
  if (participant === undefined || participant.state === 'EXCLUDED') return [{ path: `${path}.employeeId`, code: 'NOT_A_PARTICIPANT' }];
  const place = placement.places.get(move.toPositionId);
  const back = move.toPositionId === participant.currentPositionId;
  if (place === undefined || !(place.open || back)) return [{ path: `${path}.toPositionId`, code: 'POST_NOT_IN_ROUND' }];
  if (participant.outcomePositionId === move.toPositionId) return [{ path: `${path}.toPositionId`, code: 'OVERRIDE_CHANGES_NOTHING' }];
  if (back) return [];
  const faults: Fault[] = [];
  for (const { code, params } of blocksOf(placement, participant, place.code)) {
    if (!TENURE_RULES.includes(code)) faults.push({ path: `${path}.toPositionId`, code: `rule.${code}.text`, params });
    else if (move.earlyMoveGround === null) faults.push({ path: `${path}.earlyMoveGround`, code: 'OVERRIDE_NEEDS_EARLY_MOVE_GROUND' });
  }
  if (move.earlyMoveGround !== null && !grounds.includes(move.earlyMoveGround)) faults.push({ path: `${path}.earlyMoveGround`, code: 'EARLY_MOVE_GROUND_CLOSED' });
  return faults;
};

/**
 * Everything against carrying out the moves together. Nobody is ever pushed out: a post takes no more people than it has
 * places for, so whoever is to make room has to be among the moves with a place of their own.
 */
export const overrideFaults = (placement: CurrentPlacement, moves: readonly ProposedMove[], grounds: readonly EarlyMoveGround[]): readonly Fault[] => {
  const faults = moves.flatMap((move, index) => {
    const path = `moves[${index}]`;
    const repeated = moves.findIndex(({ employeeId }) => employeeId === move.employeeId) < index;
    return [...(repeated ? [{ path: `${path}.employeeId`, code: 'validation.duplicate' }] : []), ...moveFaults(placement, move, path, grounds)];
  });
  if (faults.length > 0) return faults;
  const before = occupancy(placement);
  const after = occupancy(placement, new Map(moves.map(({ employeeId, toPositionId }) => [employeeId, toPositionId])));
  return moves.flatMap(({ toPositionId }, index) => {
    const place = placement.places.get(toPositionId);
    const count = after.get(toPositionId) ?? 0;
    const full = place !== undefined && count > place.capacity && count > (before.get(toPositionId) ?? 0);
    return full ? [{ path: `moves[${index}].toPositionId`, code: 'OVERRIDE_NO_PLACE', params: { post: nameOf(placement, place.code), places: place.capacity } }] : [];
  });
};
