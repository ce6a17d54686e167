import type { Bilingual } from '#contracts';

/** A number of a report. `value` is null when it is masked, and also when there is nothing to state (a share of nobody). */
export interface Figure {
  readonly value: number | null;
  readonly masked: boolean;
}

export const MASKED: Figure = { value: null, masked: true };
export const plain = (value: number | null): Figure => ({ value, masked: false });

export interface Heading {
  readonly code: string;
  readonly label: Bilingual;
}

/** One table of a report: `rows[i].cells[j]` stands under `columns[j]`. */
export interface ReportTable {
  readonly code: string;
  readonly title: Bilingual;
  /** What is counted, and of what shares are shares. */
  readonly note: Bilingual;
  readonly rowTitle: Bilingual;
  readonly columns: readonly Heading[];
  readonly rows: readonly (Heading & { readonly cells: readonly Figure[] })[];
}
