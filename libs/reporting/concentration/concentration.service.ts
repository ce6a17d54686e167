import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#contracts';
import { AuditService, Clock, type Tx } from '#platform';
import { RoundStore } from '#rounds';
import { MASKED_BELOW } from '../masking/mask-counts.js';
import { loadHead } from '../season/report-head.js';
import type { ReportHead } from '../season/season-report.js';

export interface ConcentratedPost {
  readonly positionId: string;
  readonly code: string;
  readonly department: Bilingual;
  readonly duty: Bilingual;
  readonly places: number;
  /** People who named the post, at any rank. */
  readonly applicants: number;
  readonly perPlace: number | null;
}

export interface ConcentrationReport extends ReportHead {
  readonly posts: readonly ConcentratedPost[];
}

const SQL = `
  SELECT s.position_id AS "positionId", s.facts->>'code' AS code, s.facts->'department' AS department, s.facts->'duty' AS duty,
         s.authorized_headcount AS places, count(*) AS applicants,
         round(count(*)::numeric / nullif(s.authorized_headcount, 0), 2) AS "perPlace"
  FROM round_wish w JOIN round_seat s ON s.organization_id = w.organization_id AND s.round_id = w.round_id AND s.position_id = w.position_id
  WHERE w.organization_id = $1 AND w.round_id = $2
  GROUP BY s.organization_id, s.round_id, s.position_id HAVING count(*) >= $3
  ORDER BY "perPlace" DESC NULLS LAST, applicants DESC, s.facts->>'code' COLLATE "C"`;

/**
 * Where wishes pile up, for HR alone, who has to spread the work. It names posts that many hope for and never those that
 * few do, so that no department is branded (product.md, complaint 8).
 */
@Injectable()
export class ConcentrationService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
  ) {}

  /** Posts with at least five applicants, the most sought first. @throws JariError ROUND_NOT_FOUND, ROUND_WRONG_STATE */
  async report(tx: Tx, roundId: string): Promise<ConcentrationReport> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'CLOSED', 'MATCHED', 'REVIEWED', 'APPROVED', 'ORDERED', 'ARCHIVED');
    const posts = await tx.query<ConcentratedPost>(SQL, [tx.organizationId, roundId, MASKED_BELOW]);
    await this.audit.record(tx, { action: 'report.readConcentration', subjectType: 'round', subjectId: roundId, after: { posts: posts.length } });
    return { ...(await loadHead(tx, round, this.clock.today())), posts };
  }
}
