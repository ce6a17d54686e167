import type { Fault } from '#contracts';
import { MAX_REASON_LENGTH, MAX_WISHES, type WishInput } from './wish-input.js';

/** What must be known about the posts on a list to judge it. */
export interface WishFacts {
  /** Post id → whether it still exists on the day; a post that is missing here is unknown. */
  readonly openPosts: ReadonlyMap<string, boolean>;
  /** The post its owner holds on the day, if any. */
  readonly currentPositionId: string | null;
}

// Line breaks and tabs are welcome in a reason; other control characters are not (PostgreSQL refuses U+0000).
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Characters as people count them: code points, which is also what PostgreSQL's char_length counts. */
const lengthOf = (text: string): number => [...text].length;

const postFaults = ({ positionId }: WishInput, path: string, { openPosts, currentPositionId }: WishFacts): Fault[] => {
  const open = openPosts.get(positionId);
  if (open === undefined) return [{ code: 'POST_UNKNOWN', path: `${path}.positionId` }];
  const faults: Fault[] = [];
  if (!open) faults.push({ code: 'POST_CLOSED', path: `${path}.positionId` });
  if (positionId === currentPositionId) faults.push({ code: 'OWN_POST', path: `${path}.positionId` });
  return faults;
};

const reasonFaults = ({ reasonCode, reasonText }: WishInput, path: string, filing: boolean): Fault[] => {
  const faults: Fault[] = [];
  const text = reasonText?.trim() ?? '';
  if (CONTROL_CHARACTER.test(text)) faults.push({ code: 'validation.controlCharacter', path: `${path}.reasonText` });
  const length = lengthOf(text);
  if (length > MAX_REASON_LENGTH) {
    faults.push({ code: 'REASON_TEXT_TOO_LONG', path: `${path}.reasonText`, params: { max: MAX_REASON_LENGTH, length } });
  }
  if (filing && !reasonCode) faults.push({ code: 'REASON_MISSING', path: `${path}.reasonCode` });
  if (filing && reasonCode === 'OTHER' && text === '') faults.push({ code: 'REASON_TEXT_MISSING', path: `${path}.reasonText` });
  return faults;
};

/**
 * Everything wrong with a list, all at once. A draft may still lack reasons and may be empty; a list to be filed may not.
 * Faults name places and limits, never what was written or which post was meant.
 */
export const wishFaults = (wishes: readonly WishInput[], facts: WishFacts, filing: boolean): Fault[] => {
  const faults: Fault[] = [];
  if (wishes.length > MAX_WISHES) faults.push({ code: 'TOO_MANY_WISHES', path: 'wishes', params: { max: MAX_WISHES, count: wishes.length } });
  if (filing && wishes.length === 0) faults.push({ code: 'NO_WISHES', path: 'wishes' });
  const firstPlace = new Map<string, number>();
  wishes.forEach((wish, index) => {
    const path = `wishes[${index}]`;
    const first = firstPlace.get(wish.positionId);
    if (first === undefined) firstPlace.set(wish.positionId, index + 1);
    else faults.push({ code: 'WISH_REPEATED', path: `${path}.positionId`, params: { first } });
    faults.push(...postFaults(wish, path, facts), ...reasonFaults(wish, path, filing));
  });
  return faults;
};
