import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CatalogueFilter } from '../catalogue/catalogue-filter.js';

/** A named filter of the post catalogue. */
@Entity('saved_search')
export class SavedSearch {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'jsonb', nullable: false })
  filter!: CatalogueFilter;

  @Column({ type: 'integer', nullable: false })
  version!: number;

  @Column({ type: 'timestamptz', nullable: false })
  updatedAt!: Date;
}
