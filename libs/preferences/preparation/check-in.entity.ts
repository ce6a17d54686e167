import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was done for a preparation item on one Korean civil day (일상 확인); at most one a day. */
@Entity('check_in')
export class CheckIn {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  preparationItemId!: string;

  @Column({ type: 'date', nullable: false })
  day!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
