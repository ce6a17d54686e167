import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody takes the filed lists as they stand at `stopsAt`; `id` is the taker's own number. */
@Entity('filing_stop')
export class FilingStop {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz', nullable: false })
  stopsAt!: Date;
}
