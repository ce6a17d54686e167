import { Injectable } from '@nestjs/common';
import { AuditService, Clock, type Tx } from '#platform';
import { RoundStore, type PlacementRound } from '#rounds';
import { CountBook } from '../figures/count-book.js';
import { decisions } from '../sections/decisions.js';
import { demand } from '../sections/demand.js';
import { grievances } from '../sections/grievances.js';
import { heavyWorkload } from '../sections/heavy-workload.js';
import { movers } from '../sections/movers.js';
import { outcomes, summaryOf } from '../sections/outcomes.js';
import { loadPlaces } from '../sections/place-book.js';
import type { Section } from '../sections/section.js';
import { loadHead } from './report-head.js';
import type { RoundStatistics, SeasonReport } from './season-report.js';

const PLACED_STATES = ['MATCHED', 'REVIEWED', 'APPROVED', 'ORDERED', 'ARCHIVED'] as const satisfies readonly PlacementRound['state'][];
const PUBLIC_TABLES: readonly string[] = ['outcomes', 'satisfaction', 'mutual'];

/**
 * The figures of a season, for one round. To be asked within `database.snapshot`, so that all tables see the same moment.
 * Every count below five people is masked, and whatever would give it away.
 */
@Injectable()
export class SeasonReportService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
  ) {}

  /** From the snapshot on; outcomes from the adoption of a run on. @throws JariError ROUND_NOT_FOUND, ROUND_WRONG_STATE */
  async season(tx: Tx, roundId: string): Promise<SeasonReport> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'CLOSED', ...PLACED_STATES);
    const report = await this.make(tx, round);
    await this.audit.record(tx, { action: 'report.readSeason', subjectType: 'round', subjectId: roundId, after: { state: round.state } });
    return report;
  }

  /**
   * What everybody may know once the orders are out: the satisfaction of wishes and how many were mutual. It is cut from
   * the whole report, so that the two never show the same number once and mask it once.
   * @throws JariError ROUND_NOT_FOUND, ROUND_WRONG_STATE
   */
  async statistics(tx: Tx, roundId: string): Promise<RoundStatistics> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'ORDERED', 'ARCHIVED');
    const { summary, tables, ...head } = await this.make(tx, round);
    if (summary === null) throw new Error('A round without a placement was ordered');
    return { ...head, summary, tables: tables.filter(({ code }) => PUBLIC_TABLES.includes(code)) };
  }

  private async make(tx: Tx, round: PlacementRound): Promise<SeasonReport> {
    const places = await loadPlaces(tx, round);
    const isPlaced = PLACED_STATES.some((state) => state === round.state);
    const sections: readonly Section[] = isPlaced ? [outcomes, demand, movers, decisions, heavyWorkload, grievances] : [demand, grievances];
    const book = new CountBook();
    const renders: Awaited<ReturnType<Section>>[] = [];
    for (const section of sections) renders.push(await section({ tx, round, places }, book));
    const shown = book.close();
    return { ...(await loadHead(tx, round, this.clock.today())), summary: isPlaced ? summaryOf(shown) : null, tables: renders.flatMap((render) => render(shown)) };
  }
}
