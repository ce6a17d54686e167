import { choices, record, whole } from '../../criteria/shape.js';
import { EARLY_MOVE_GROUNDS } from '../../facts/early-move-ground.js';
import { setting } from '../rule.js';

/**
 * Which grounds this organisation accepts. Moves at the appointing authority's discretion
 * are capped at a share of the year's transfers and reviewed by the personnel committee.
 */
export const earlyMove = setting({
  code: 'EARLY_MOVE',
  shape: record({ grounds: choices(...EARLY_MOVE_GROUNDS), discretionCapPercent: whole(0, 100) }),
  standard: { grounds: [...EARLY_MOVE_GROUNDS], discretionCapPercent: 10 },
});
