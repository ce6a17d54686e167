import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a person does to be ready for a post (준비작업): what, by when, and a link or note as evidence. */
@Entity('preparation_item')
export class PreparationItem {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  /** The post it prepares for; null = in general, then nobody but its owner and HR sees it. */
  @Column({ type: 'uuid', nullable: true })
  positionId!: string | null;

  @Column({ type: 'text', nullable: false })
  what!: string;

  @Column({ type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'text', nullable: true })
  evidenceUrl!: string | null;

  @Column({ type: 'text', nullable: true })
  evidenceNote!: string | null;

  @Column({ type: 'date', nullable: true })
  doneOn!: string | null;

  @Column({ type: 'integer', nullable: false })
  version!: number;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
