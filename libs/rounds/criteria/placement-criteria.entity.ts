import type { Bilingual } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('placement_criteria')
export class PlacementCriteria {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  code!: string;

  @Column({ type: 'date', nullable: false })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'jsonb', nullable: false })
  value!: object;

  @Column({ type: 'jsonb', nullable: false })
  legalBasis!: Bilingual;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
