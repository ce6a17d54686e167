import { approval } from './approval.js';
import { borda } from './borda.js';
import { copeland } from './copeland.js';
import { irv } from './irv.js';
import type { Method, MethodCode } from './method.js';
import { plurality } from './plurality.js';
import { rankedPairs } from './ranked-pairs.js';
import { schulze } from './schulze.js';
import { schulzeMargins } from './schulze-margins.js';

/** A new method is a new file beside this one, its code in `METHOD_CODES` and a line here. */
const REGISTERED: Readonly<Record<MethodCode, Method>> = {
  plurality, approval, borda, copeland, schulze, 'schulze-margins': schulzeMargins, 'ranked-pairs': rankedPairs, irv,
};

export const methodOf = (code: MethodCode): Method => REGISTERED[code];

export const isMethodCode = (code: string): code is MethodCode => Object.hasOwn(REGISTERED, code);
