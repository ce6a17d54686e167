import { headcountSql } from '#organization';
import type { Tx } from '#platform';
import type { Candidate } from '../qualification/index.js';
import type { CatalogueRow } from './catalogue-post.js';

interface RowsWanted {
  readonly on: string;
  readonly employeeId: string | null;
  readonly demandLabel: string | null;
  /** One post only; without it every post that has not ended by `on`. */
  readonly positionId?: string;
}

/** What other statements know of a post; the first statement leaves places for it. */
type Addition = 'holders' | 'supernumerary' | 'favourite' | 'applicants';
type PostRow = Omit<CatalogueRow, Addition> & { -readonly [K in Addition]: CatalogueRow[K] };

const loadPosts = (tx: Tx, on: string, positionId: string | null): Promise<PostRow[]> =>
  tx.query<PostRow>(
    `SELECT p.id, p.code, p.unit_id AS "unitId", p.duty, p.duty_en AS "dutyEn", p.headship,
            p.highest_grade AS "highestGrade", p.lowest_grade AS "lowestGrade",
            p.job_series AS "jobSeries", p.required_licences AS "requiredLicences",
            p.heavy_workload AS "heavyWorkload", p.specialist, p.specialist_tenure_months AS "specialistTenureMonths",
            p.protection_reason AS "protectionReason", p.protected_until AS "protectedUntil",
            p.valid_from AS "validFrom", p.valid_to AS "validTo", p.authorized_headcount AS "authorizedHeadcount",
            0 AS holders, 0 AS supernumerary, 0 AS applicants, false AS favourite
     FROM position p
     WHERE p.organization_id = $1 AND ($3::uuid IS NULL AND (p.valid_to IS NULL OR p.valid_to > $2) OR p.id = $3::uuid)`,
    [tx.organizationId, on, positionId],
  );

interface HeadcountRow {
  readonly positionId: string;
  readonly holders: number;
  readonly supernumerary: number;
}

const loadHeadcounts = async (tx: Tx, on: string): Promise<Map<string, HeadcountRow>> => {
  const rows = await tx.query<HeadcountRow>(
    `SELECT h.position_id AS "positionId", h.holders, h.supernumerary FROM (${headcountSql('$2')}) h`, [tx.organizationId, on],
  );
  return new Map(rows.map((row) => [row.positionId, row]));
};

const loadDemand = async (tx: Tx, label: string | null): Promise<Map<string, number>> => {
  if (label === null) return new Map();
  const rows = await tx.query<{ positionId: string; applicants: number }>(
    'SELECT d.position_id AS "positionId", d.applicants FROM post_demand d WHERE d.organization_id = $1 AND d.label = $2',
    [tx.organizationId, label],
  );
  return new Map(rows.map(({ positionId, applicants }) => [positionId, applicants]));
};

const loadFavourites = async (tx: Tx, employeeId: string | null): Promise<Set<string>> => {
  if (employeeId === null) return new Set();
  const rows = await tx.query<{ positionId: string }>(
    'SELECT f.position_id AS "positionId" FROM favourite_post f WHERE f.organization_id = $1 AND f.employee_id = $2',
    [tx.organizationId, employeeId],
  );
  return new Set(rows.map(({ positionId }) => positionId));
};

/**
 * The posts of the organisation with their holders, the reader's favourites and the last demand. Joined here and not in
 * SQL: right after an import PostgreSQL has no statistics yet and joins 1,480 posts with 1,480 groups pair by pair (0.3 s).
 */
export const loadCatalogueRows = async (tx: Tx, { on, employeeId, demandLabel, positionId }: RowsWanted): Promise<CatalogueRow[]> => {
  const posts = await loadPosts(tx, on, positionId ?? null);
  const headcounts = await loadHeadcounts(tx, on);
  const demand = await loadDemand(tx, demandLabel);
  const favourites = await loadFavourites(tx, employeeId);
  for (const post of posts) {
    const headcount = headcounts.get(post.id);
    if (headcount) [post.holders, post.supernumerary] = [headcount.holders, headcount.supernumerary];
    post.applicants = demand.get(post.id) ?? 0;
    post.favourite = favourites.has(post.id);
  }
  return posts;
};

/** What structural fit asks about an employee on the day `on`; undefined for an unknown employee. */
export const loadCandidate = (tx: Tx, employeeId: string, on: string): Promise<Candidate | undefined> =>
  tx.one<Candidate>(
    `SELECT e.grade, e.job_series AS "jobSeries", e.licences,
       (SELECT a.position_id FROM assignment a
        WHERE a.organization_id = $1 AND a.employee_id = $2 AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)
       ) AS "currentPositionId"
     FROM employee e WHERE e.organization_id = $1 AND e.id = $2`,
    [tx.organizationId, employeeId, on],
  );
