import type { Bilingual } from '#contracts';
import type { PlacementRound } from '#rounds';
import type { ReportTable } from '../figures/figure.js';
import type { SatisfactionSummary } from '../sections/outcomes.js';

/** Stands over every report. */
export interface ReportHead {
  readonly organization: { readonly name: Bilingual; readonly isDemo: boolean };
  /** 가상 데이터, when the organisation's people are invented. */
  readonly demoMark: Bilingual | null;
  readonly round: Pick<PlacementRound, 'id' | 'name' | 'kind' | 'state' | 'effectiveOn'>;
  /** The day of the product's clock on which the report was made. */
  readonly madeOn: string;
  /** How small counts are kept back. */
  readonly maskNote: Bilingual;
}

export interface SeasonReport extends ReportHead {
  /** null until a run is adopted: there are no outcomes before. */
  readonly summary: SatisfactionSummary | null;
  readonly tables: readonly ReportTable[];
}

export interface RoundStatistics extends ReportHead {
  readonly summary: SatisfactionSummary;
  readonly tables: readonly ReportTable[];
}
