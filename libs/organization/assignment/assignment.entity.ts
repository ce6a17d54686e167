import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Holding a post (보직) from `startedOn` up to, not including, `endedOn`. Nobody holds two posts at once. */
@Entity('assignment')
export class Assignment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  @Column({ type: 'date', nullable: false })
  startedOn!: string;

  @Column({ type: 'date', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'text', nullable: false })
  cause!: string;
}
