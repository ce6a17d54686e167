import { prepareSql, type Tx } from '#platform';
import { FILING_DOOR_COLUMNS, type FilingDoor } from '../filing-stop/filing-door.js';
import type { WishFacts } from './wish-faults.js';
import type { RankedWish } from './wish-input.js';
import type { WishListState } from './wish-list-state.js';
import type { WishReasonCode } from './wish-reason.js';

/** The row of a list as the store reads and writes it. */
export interface StoredWishList {
  readonly id: string;
  readonly employeeId: string;
  readonly state: WishListState;
  readonly version: number;
  readonly draftEdition: number;
  readonly filedEdition: number | null;
  readonly filedAt: Date | null;
  readonly filedGround: string | null;
  readonly updatedAt: Date;
}

const LIST_COLUMNS = `l.id, l.employee_id AS "employeeId", l.state, l.version, l.draft_edition AS "draftEdition",
  l.filed_edition AS "filedEdition", l.filed_at AS "filedAt", l.filed_ground AS "filedGround", l.updated_at AS "updatedAt"`;

/** One person's list, or undefined before the first save. */
export const findWishList = (tx: Tx, employeeId: string): Promise<StoredWishList | undefined> =>
  tx.one<StoredWishList>(`SELECT ${LIST_COLUMNS} FROM wish_list l WHERE l.organization_id = $1 AND l.employee_id = $2`, [
    tx.organizationId, employeeId,
  ]);

export interface SaveFacts extends WishFacts {
  readonly list: StoredWishList | undefined;
  readonly door: FilingDoor;
}

interface SaveFactsRow extends Omit<StoredWishList, 'id'>, FilingDoor {
  readonly id: string | null;
  readonly currentPositionId: string | null;
  readonly posts: readonly { readonly id: string; readonly open: boolean }[];
}

const READ_SAVE_FACTS = prepareSql(
  `SELECT ${LIST_COLUMNS},
     (SELECT a.position_id FROM assignment a
      WHERE a.organization_id = $1 AND a.employee_id = $2 AND a.started_on <= $4 AND (a.ended_on IS NULL OR a.ended_on > $4)
     ) AS "currentPositionId",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'open', p.valid_to IS NULL OR p.valid_to > $4)), '[]')
      FROM position p WHERE p.organization_id = $1 AND p.id = ANY ($3::uuid[])
     ) AS posts,
     ${FILING_DOOR_COLUMNS}
   FROM (SELECT) AS nothing LEFT JOIN wish_list l ON l.organization_id = $1 AND l.employee_id = $2`,
);

/** The list and everything needed to judge `positionIds` on the day `on`, in one round trip (the deadline's hot path). */
export const readSaveFacts = async (tx: Tx, employeeId: string, positionIds: readonly string[], on: string): Promise<SaveFacts> => {
  const row = await tx.one<SaveFactsRow>(
    READ_SAVE_FACTS,
    [tx.organizationId, employeeId, [...positionIds], on],
  );
  if (!row) throw new Error('A query without a WHERE clause returned no row');
  const { posts, currentPositionId, id, passed, stopsAt, ...list } = row;
  return {
    list: id === null ? undefined : { id, ...list },
    currentPositionId,
    door: { passed, stopsAt },
    openPosts: new Map(posts.map((post) => [post.id, post.open])),
  };
};

const WRITE_LIST = prepareSql(
  `WITH saved AS (
     INSERT INTO wish_list AS l
       (organization_id, id, employee_id, state, version, draft_edition, filed_edition, filed_at, filed_ground, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (organization_id, employee_id) DO UPDATE
       SET state = excluded.state, version = excluded.version, draft_edition = excluded.draft_edition,
           filed_edition = excluded.filed_edition, filed_at = excluded.filed_at, filed_ground = excluded.filed_ground,
           updated_at = excluded.updated_at
       WHERE l.version = excluded.version - 1
     RETURNING l.id, l.draft_edition, l.filed_edition
   ), superseded AS (
     DELETE FROM wish w USING saved
     WHERE w.organization_id = $1 AND w.wish_list_id = saved.id
       AND w.edition <> saved.draft_edition AND w.edition IS DISTINCT FROM saved.filed_edition
   ), added AS (
     INSERT INTO wish (organization_id, wish_list_id, edition, choice_rank, position_id, reason_code, reason_text)
     SELECT $1, saved.id, $11::integer, w."choiceRank", w."positionId", w."reasonCode", w."reasonText"
     FROM saved, jsonb_to_recordset($12::jsonb)
       AS w("choiceRank" integer, "positionId" uuid, "reasonCode" text, "reasonText" text)
   )
   SELECT id FROM saved`,
);

/**
 * Writes the list and, when given, `wishes` as its draft edition, and removes superseded editions: one round trip.
 * `list.version` is the new version.
 * @returns false when somebody else saved first (the stored version is not `list.version - 1`); nothing is written then
 */
export const writeWishList = async (tx: Tx, list: StoredWishList, wishes?: { edition: number; rows: readonly RankedWish[] }): Promise<boolean> => {
  const saved = await tx.query(
    WRITE_LIST,
    [
      tx.organizationId, list.id, list.employeeId, list.state, list.version, list.draftEdition, list.filedEdition, list.filedAt,
      list.filedGround, list.updatedAt, wishes?.edition ?? list.draftEdition, JSON.stringify(wishes?.rows ?? []),
    ],
  );
  return saved.length > 0;
};

export interface StoredWish {
  readonly edition: number;
  readonly choiceRank: number;
  readonly positionId: string;
  readonly reasonCode: WishReasonCode | null;
  readonly reasonText: string | null;
}

/** Every kept edition of a list (draft and filed), in rank order. */
export const readWishes = (tx: Tx, wishListId: string): Promise<StoredWish[]> =>
  tx.query<StoredWish>(
    `SELECT w.edition, w.choice_rank AS "choiceRank", w.position_id AS "positionId", w.reason_code AS "reasonCode", w.reason_text AS "reasonText"
     FROM wish w WHERE w.organization_id = $1 AND w.wish_list_id = $2 ORDER BY w.edition, w.choice_rank`,
    [tx.organizationId, wishListId],
  );
