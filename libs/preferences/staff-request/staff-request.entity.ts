import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department head's ranked request (전입추천) for one post: a person, or a need in words when `employeeId` is null. */
@Entity('staff_request')
export class StaffRequest {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  requestedByEmployeeId!: string;

  /** The unit whose head made the request. */
  @Column({ type: 'uuid', nullable: false })
  unitId!: string;

  @Column({ type: 'uuid', nullable: false })
  positionId!: string;

  @Column({ type: 'uuid', nullable: true })
  employeeId!: string | null;

  /** 1 = wanted most; unique within the post */
  @Column({ type: 'integer', nullable: false })
  requestRank!: number;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** Shared by all requests of one post, which are saved together. */
  @Column({ type: 'integer', nullable: false })
  version!: number;

  @Column({ type: 'timestamptz', nullable: false })
  updatedAt!: Date;
}
