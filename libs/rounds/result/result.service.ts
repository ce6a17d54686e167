import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#contracts';
import { mechanismCodes, mechanismOf } from '#matching';
import { bilingual, foundOr404, type Tx } from '#platform';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import type { PersonExplanation, WishExplanation } from '../run/explain.js';
import type { RoundParticipant } from '../snapshot/round-participant.entity.js';
import { loadPostBook, postOf, type NamedPost } from '../support/post-book.js';

export interface OwnResult {
  readonly roundId: string;
  readonly roundName: string;
  /** Whether the orders are out; before them there is nothing to read yet. */
  readonly published: boolean;
  /** When results are announced by the timetable. */
  readonly resultsOn: string;
  readonly outcome: RoundParticipant['state'] | null;
  readonly source: 'RUN' | 'OVERRIDE' | null;
  readonly post: NamedPost | null;
  readonly choiceRank: number | null;
  readonly sentence: Bilingual | null;
  /** How the post was come by, and what is certain about other wish lists; nothing after an officer's decision. */
  readonly notes: readonly Bilingual[];
  /** Why an officer decided otherwise than the run, in their words. */
  readonly reason: string | null;
  readonly wishes: readonly WishExplanation[];
  /** Placed out of wish: comes first in the next round. */
  readonly priorityInNextRound: boolean;
  readonly orders: readonly { readonly orderId: string; readonly itemId: string; readonly number: string; readonly kind: string; readonly reason: string | null; readonly issuedOn: string; readonly effectiveOn: string; readonly to: NamedPost | null }[];
}

interface ResultRow {
  readonly state: RoundParticipant['state'];
  readonly source: 'RUN' | 'OVERRIDE' | null;
  readonly positionId: string | null;
  readonly choiceRank: number | null;
  readonly reason: string | null;
  readonly explanation: PersonExplanation | null;
}

/** A score below which nobody got in; told only where at least five people did (it would tell a colleague's score). */
export interface CutOff {
  readonly positionId: string;
  readonly post: NamedPost | null;
  readonly places: number | null;
  /** null = fewer than five. */
  readonly placed: number | null;
  /** null = fewer than five, or the mechanism has no score below which nobody gets in. */
  readonly cutOff: number | null;
}

const MASKED_BELOW = 5;
const NOTHING_YET = { outcome: null, source: null, post: null, choiceRank: null, sentence: null, notes: [], reason: null, wishes: [], priorityInNextRound: false, orders: [] } as const;

/** Each person's own outcome and the reason for it, from the day of the order on. */
@Injectable()
export class ResultService {
  constructor(private readonly rounds: RoundStore) {}

  /** @throws JariError ROUND_NOT_FOUND, NOT_A_PARTICIPANT */
  async own(tx: Tx, roundId: string, employeeId: string): Promise<OwnResult> {
    const round = await this.rounds.find(tx, roundId);
    const row = foundOr404(
      await tx.one<ResultRow>(
        `SELECT p.state, p.outcome_source AS source, p.outcome_position_id AS "positionId", p.outcome_rank AS "choiceRank", p.outcome_reason AS reason, o.explanation
         FROM round_participant p LEFT JOIN run_outcome o ON o.organization_id = p.organization_id AND o.run_id = $4 AND o.employee_id = p.employee_id
         WHERE p.organization_id = $1 AND p.round_id = $2 AND p.employee_id = $3`,
        [tx.organizationId, roundId, employeeId, round.adoptedRunId]),
      'NOT_A_PARTICIPANT');
    const head = { roundId, roundName: round.name, resultsOn: round.resultsOn };
    if (!this.isPublished(round)) return { ...head, ...NOTHING_YET, published: false };
    const posts = await loadPostBook(tx, round.effectiveOn);
    const post = postOf(posts, row.positionId);
    const overridden = row.source === 'OVERRIDE';
    return {
      ...head, published: true, outcome: row.state, source: row.source, post, choiceRank: row.choiceRank,
      sentence: overridden ? this.overrideSentence(row.state, post) : row.explanation?.sentence ?? null,
      notes: overridden ? [] : row.explanation?.notes ?? [],
      reason: overridden ? row.reason : null,
      // What the run said of a wish that an officer granted or took away is true no more.
      wishes: (row.explanation?.wishes ?? []).map((wish) => (overridden ? this.afterOverride(wish, row) : wish)),
      priorityInNextRound: row.state === 'OUT_OF_WISH',
      orders: await this.orders(tx, roundId, employeeId, posts),
    };
  }

  /** The cut-offs of the open phase of a round whose orders are out; where fewer than five people got in, neither number nor score is told. */
  async cutOffs(tx: Tx, roundId: string): Promise<CutOff[]> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'ORDERED', 'ARCHIVED');
    const rows = await tx.query<{ positionId: string; places: number | null; placed: number; lowest: number | null }>(
      `SELECT o.position_id AS "positionId", s.capacity AS places, count(*) AS placed, min(w.score) AS lowest
       FROM run_outcome o JOIN round_wish w ON w.organization_id = o.organization_id AND w.round_id = $2 AND w.employee_id = o.employee_id AND w.position_id = o.position_id
       LEFT JOIN round_seat s ON s.organization_id = o.organization_id AND s.round_id = $2 AND s.position_id = o.position_id
       WHERE o.organization_id = $1 AND o.run_id = $3 AND o.outcome = 'PLACED' AND o.phase = 'OPEN' GROUP BY 1, 2`, [tx.organizationId, roundId, round.adoptedRunId]);
    const decided = await this.decidedByScore(tx, roundId, round.adoptedRunId);
    const posts = await loadPostBook(tx, round.effectiveOn);
    return rows.map(({ positionId, places, placed, lowest }) => ({
      positionId, post: postOf(posts, positionId), places, ...(placed < MASKED_BELOW ? { placed: null, cutOff: null } : { placed, cutOff: decided ? lowest : null }),
    })).sort((a, b) => ((a.post?.code ?? '') < (b.post?.code ?? '') ? -1 : 1));
  }

  /** Whether whoever had more points than the last one in was let in: true of deferred acceptance, not where places are traded or one aim decides. */
  private async decidedByScore(tx: Tx, roundId: string, runId: string | null): Promise<boolean> {
    const run = await tx.one<{ mechanism: string }>('SELECT mechanism FROM placement_run WHERE organization_id = $1 AND round_id = $2 AND id = $3', [tx.organizationId, roundId, runId]);
    return run !== undefined && mechanismCodes().includes(run.mechanism) && mechanismOf(run.mechanism).decidesBy === 'standing';
  }

  private isPublished({ state }: PlacementRound): boolean {
    return state === 'ORDERED' || state === 'ARCHIVED';
  }

  private overrideSentence(state: RoundParticipant['state'], post: NamedPost | null): Bilingual {
    const seat = post === null ? { ko: '', en: '' } : post.title;
    return bilingual(state === 'STAYED' ? 'outcome.OVERRIDE.STAYED' : 'outcome.OVERRIDE', {}, { ko: { seat: seat.ko }, en: { seat: seat.en } });
  }

  private afterOverride(wish: WishExplanation, { choiceRank }: ResultRow): WishExplanation {
    if (wish.choiceRank === choiceRank) return { ...wish, standing: 'OBTAINED', text: bilingual('wish.OBTAINED'), points: null };
    return wish.standing === 'OBTAINED' || wish.standing === 'NOT_NEEDED' ? { ...wish, standing: 'NOT_REACHED', text: bilingual('wish.OVERRIDDEN'), points: null } : wish;
  }

  private async orders(tx: Tx, roundId: string, employeeId: string, posts: Parameters<typeof postOf>[0]): Promise<OwnResult['orders']> {
    const rows = await tx.query<Omit<OwnResult['orders'][number], 'to'> & { toPositionId: string }>(
      `SELECT o.id AS "orderId", i.id AS "itemId", o.number, o.kind, o.reason, o.issued_on AS "issuedOn", o.effective_on AS "effectiveOn", i.to_position_id AS "toPositionId"
       FROM order_item i JOIN personnel_order o ON o.organization_id = i.organization_id AND o.id = i.order_id
       WHERE i.organization_id = $1 AND o.round_id = $2 AND i.employee_id = $3 AND o.state = 'ISSUED' ORDER BY o.issued_at, o.number`, [tx.organizationId, roundId, employeeId]);
    return rows.map(({ toPositionId, ...order }) => ({ ...order, to: postOf(posts, toPositionId) }));
  }
}
