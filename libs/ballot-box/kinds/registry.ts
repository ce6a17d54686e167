import { approval } from './approval.js';
import type { BallotKind, Kind, Layout } from './layout.js';
import { plurality } from './plurality.js';
import { strictRanking } from './strict-ranking.js';
import { weakRanking } from './weak-ranking.js';

const KINDS: Readonly<Record<BallotKind, Kind>> = { plurality, approval, 'strict-ranking': strictRanking, 'weak-ranking': weakRanking };

export const BALLOT_KINDS: readonly BallotKind[] = ['plurality', 'approval', 'strict-ranking', 'weak-ranking'];

export const kindNamed = (kind: BallotKind): Kind => KINDS[kind];

/** @throws RangeError when the kind does not take so many options */
export function layoutOf(kind: BallotKind, options: number): Layout {
  const found = kindNamed(kind);
  if (!Number.isInteger(options) || options < found.fewest || options > found.most) throw new RangeError(`${kind} takes ${found.fewest} to ${found.most} options`);
  return found.layout(options);
}
