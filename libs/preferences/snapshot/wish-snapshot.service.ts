import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { shutFilingDoor } from '../filing-stop/filing-door.js';
import type { WishInput } from '../wish/wish-input.js';
import { WishListService, type WishListHead } from '../wish/wish-list.service.js';
import type { WishReasonCode } from '../wish/wish-reason.js';

/** One person's filed wishes as a round takes them: choices and reason codes, never a text. */
export interface FiledWishes {
  readonly employeeId: string;
  readonly wishListId: string;
  readonly filedAt: Date;
  /** The ground of a late amendment, null for an ordinary filing. */
  readonly filedGround: string | null;
  readonly wishes: readonly { readonly choiceRank: number; readonly positionId: string; readonly reasonCode: WishReasonCode }[];
}

/** What rounds may ask of the standing lists. */
@Injectable()
export class WishSnapshotService {
  constructor(private readonly wishLists: WishListService) {}

  /**
   * Every filed edition in force, by employee id and choice rank; also of lists whose owners are editing a newer draft.
   * Waits for those who are filing and stops everybody else from it until the transaction ends, which must read what is
   * committed meanwhile (READ COMMITTED). What was filed after the taker's deadline is kept away by `FilingStopService`.
   */
  async filedWishes(tx: Tx): Promise<FiledWishes[]> {
    await shutFilingDoor(tx);
    return this.read(tx, null);
  }

  /** One person's filed wishes, or undefined. */
  async filedWishesOf(tx: Tx, employeeId: string): Promise<FiledWishes | undefined> {
    const [filed] = await this.read(tx, employeeId);
    return filed;
  }

  /**
   * Files new wishes for somebody whose circumstances changed after a round closed; unfiled edits of theirs stay a draft.
   * The round has checked that it may, and keeps the case itself.
   * @param ground a code such as PREGNANCY, never a text
   * @throws JariError VALIDATION_FAILED with every fault
   */
  amendWishes(tx: Tx, employeeId: string, amendment: { wishes: readonly WishInput[]; ground: string }): Promise<WishListHead> {
    return this.wishLists.amend(tx, employeeId, amendment);
  }

  private read(tx: Tx, employeeId: string | null): Promise<FiledWishes[]> {
    return tx.query<FiledWishes>(
      `SELECT l.employee_id AS "employeeId", l.id AS "wishListId", l.filed_at AS "filedAt", l.filed_ground AS "filedGround",
              jsonb_agg(jsonb_build_object('choiceRank', w.choice_rank, 'positionId', w.position_id, 'reasonCode', w.reason_code)
                        ORDER BY w.choice_rank) AS wishes
       FROM wish_list l JOIN wish w ON w.organization_id = l.organization_id AND w.wish_list_id = l.id AND w.edition = l.filed_edition
       WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR l.employee_id = $2) GROUP BY l.organization_id, l.id ORDER BY l.employee_id`,
      [tx.organizationId, employeeId],
    );
  }
}
