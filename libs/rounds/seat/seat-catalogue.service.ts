import { Injectable } from '@nestjs/common';
import { UnitTree } from '#organization';
import { foundOr404, JariError, type Tx } from '#platform';
import type { SeatFacts } from '../facts/seat-facts.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { loadPosts, loadUnitVersions, seatFactsOf, type PostRow } from './post-rows.js';

export interface RoundSeatView {
  readonly positionId: string;
  readonly state: 'OPEN' | 'FROZEN' | 'WITHDRAWN';
  readonly freezeReason: string | null;
  readonly frozenUntil: string | null;
  readonly authorizedHeadcount: number;
  /** Places of the round; null before the snapshot. */
  readonly capacity: number | null;
  /** Places that nobody may keep; null before the snapshot. */
  readonly vacancies: number | null;
  readonly facts: SeatFacts;
}

interface SeatRecord {
  readonly positionId: string;
  readonly state: 'OPEN' | 'FROZEN' | 'WITHDRAWN';
  readonly freezeReason: string | null;
  readonly frozenUntil: string | null;
  readonly authorizedHeadcount: number;
  readonly facts: SeatFacts;
}

const recordOf = (post: PostRow, tree: UnitTree, effectiveOn: string): SeatRecord => {
  const frozen = post.protectionReason !== null && (post.protectedUntil === null || post.protectedUntil > effectiveOn);
  return {
    positionId: post.positionId, state: frozen ? 'FROZEN' : 'OPEN',
    freezeReason: frozen ? post.protectionReason : null, frozenUntil: frozen ? post.protectedUntil : null,
    authorizedHeadcount: post.authorizedHeadcount, facts: seatFactsOf(post, tree),
  };
};

/** The posts of a round, frozen as they are announced, so that none vanishes or appears unnoticed. */
@Injectable()
export class SeatCatalogueService {
  /** Takes over every post that exists when the orders take effect; those on the freeze list stay closed. */
  async build(tx: Tx, round: PlacementRound): Promise<void> {
    const tree = new UnitTree(await loadUnitVersions(tx), round.effectiveOn);
    const posts = await loadPosts(tx, round.effectiveOn);
    // A corrected notice announces the catalogue anew; a post gone meanwhile stays visible as withdrawn.
    await tx.execute(`UPDATE round_seat SET state = 'WITHDRAWN', freeze_reason = NULL, frozen_until = NULL WHERE organization_id = $1 AND round_id = $2`, [tx.organizationId, round.id]);
    await this.put(tx, round.id, posts.map((post) => recordOf(post, tree, round.effectiveOn)));
  }

  /** Reads one post afresh into the catalogue. @throws JariError POST_NOT_IN_ROUND when it does not exist on the day */
  async refresh(tx: Tx, round: PlacementRound, positionId: string): Promise<void> {
    const [post] = await loadPosts(tx, round.effectiveOn, positionId);
    if (post === undefined) throw new JariError('POST_NOT_IN_ROUND');
    await this.put(tx, round.id, [recordOf(post, new UnitTree(await loadUnitVersions(tx), round.effectiveOn), round.effectiveOn)]);
  }

  async withdraw(tx: Tx, roundId: string, positionId: string): Promise<void> {
    await tx.execute(`UPDATE round_seat SET state = 'WITHDRAWN' WHERE organization_id = $1 AND round_id = $2 AND position_id = $3`, [tx.organizationId, roundId, positionId]);
  }

  /** The catalogue of a round that may not exist. @throws JariError ROUND_NOT_FOUND */
  async ofRound(tx: Tx, roundId: string): Promise<RoundSeatView[]> {
    foundOr404(await tx.one('SELECT 1 FROM placement_round WHERE organization_id = $1 AND id = $2', [tx.organizationId, roundId]), 'ROUND_NOT_FOUND');
    return this.list(tx, roundId);
  }

  list(tx: Tx, roundId: string, positionId: string | null = null): Promise<RoundSeatView[]> {
    return tx.query<RoundSeatView>(
      `SELECT position_id AS "positionId", state, freeze_reason AS "freezeReason", frozen_until AS "frozenUntil",
              authorized_headcount AS "authorizedHeadcount", capacity, vacancies, facts
       FROM round_seat WHERE organization_id = $1 AND round_id = $2 AND ($3::uuid IS NULL OR position_id = $3) ORDER BY facts->>'code'`,
      [tx.organizationId, roundId, positionId],
    );
  }

  private async put(tx: Tx, roundId: string, seats: readonly SeatRecord[]): Promise<void> {
    await tx.execute(
      `INSERT INTO round_seat (organization_id, round_id, position_id, state, freeze_reason, frozen_until, authorized_headcount, facts)
       SELECT $1, $2, s."positionId", s.state, s."freezeReason", s."frozenUntil", s."authorizedHeadcount", s.facts
       FROM jsonb_to_recordset($3::jsonb) AS s("positionId" uuid, state text, "freezeReason" text, "frozenUntil" date, "authorizedHeadcount" integer, facts jsonb)
       ON CONFLICT (organization_id, round_id, position_id) DO UPDATE SET state = EXCLUDED.state, freeze_reason = EXCLUDED.freeze_reason,
         frozen_until = EXCLUDED.frozen_until, authorized_headcount = EXCLUDED.authorized_headcount, facts = EXCLUDED.facts`,
      [tx.organizationId, roundId, JSON.stringify(seats)],
    );
  }
}
