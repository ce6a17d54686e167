import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WishListState } from './wish-list-state.js';

/**
 * One person's standing list. `draftEdition` is what its owner works on, `filedEdition` what rounds see (null: nothing);
 * a newer draft leaves the filed edition in force until it is filed itself.
 */
@Entity('wish_list')
export class WishList {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  state!: WishListState;

  @Column({ type: 'integer', nullable: false })
  version!: number;

  @Column({ type: 'integer', nullable: false })
  draftEdition!: number;

  @Column({ type: 'integer', nullable: true })
  filedEdition!: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  filedAt!: Date | null;

  /** The ground of a late hardship amendment that wrote the filed edition; null for what its owner filed. */
  @Column({ type: 'text', nullable: true })
  filedGround!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  updatedAt!: Date;
}
