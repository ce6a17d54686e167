import { choice, record } from '../criteria/shape.js';
import type { WishFinding } from './rule.js';
import type { MessageParams } from '#contracts';

/** A gate blocks the wish, a flag shows a warning to the person and to HR, off asks nothing. */
export const MODE = choice('GATE', 'FLAG', 'OFF');
export type Mode = 'GATE' | 'FLAG' | 'OFF';
export const MODE_ONLY = record({ mode: MODE });

export const byMode = (mode: Mode, params: MessageParams = {}): WishFinding | null =>
  mode === 'OFF' ? null : { effect: mode === 'GATE' ? 'BLOCKS' : 'WARNS', params };
