import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many people had a post on their filed list when a round took its snapshot. The number itself never goes out. */
@Entity('post_demand')
export class PostDemand {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  /** Which round it was, as the round names itself; one label is one recording. */
  @Column({ type: 'text', nullable: false })
  label!: string;

  @Column({ type: 'integer', nullable: false })
  applicants!: number;

  @Column({ type: 'date', nullable: false })
  recordedOn!: string;
}
