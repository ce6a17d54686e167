import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('grievance_event')
export class GrievanceEvent {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  grievanceId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  fromState!: string | null;

  @Column({ type: 'text', nullable: true })
  toState!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  occurredAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  actorAccountId!: string | null;
}
