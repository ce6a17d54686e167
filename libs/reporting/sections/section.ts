import type { PlacementRound } from '#rounds';
import type { Tx } from '#platform';
import type { CountBook, ShownCounts } from '../figures/count-book.js';
import type { ReportTable } from '../figures/figure.js';
import type { PlaceBook } from './place-book.js';

export interface SectionSource {
  readonly tx: Tx;
  readonly round: PlacementRound;
  readonly places: PlaceBook;
}

/** Reads its counts into the book; once all are in and masked together, makes its tables of what may be shown. */
export type Section = (source: SectionSource, book: CountBook) => Promise<(shown: ShownCounts) => readonly ReportTable[]>;
