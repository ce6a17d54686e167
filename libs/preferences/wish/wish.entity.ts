import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WishReasonCode } from './wish-reason.js';

/** One wish in one edition of a list; never changed, only superseded by a newer edition. */
@Entity('wish')
export class Wish {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  wishListId!: string;

  @PrimaryColumn({ type: 'integer' })
  edition!: number;

  /** 1 = first choice … 5 */
  @PrimaryColumn({ type: 'integer' })
  choiceRank!: number;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  @Column({ type: 'text', nullable: true })
  reasonCode!: WishReasonCode | null;

  @Column({ type: 'text', nullable: true })
  reasonText!: string | null;
}
