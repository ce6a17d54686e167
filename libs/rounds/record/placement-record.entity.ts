import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('placement_record')
export class PlacementRecord {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @Column({ type: 'double precision', nullable: true })
  homeLatitude!: number | null;

  @Column({ type: 'double precision', nullable: true })
  homeLongitude!: number | null;

  @Column({ type: 'jsonb', nullable: false })
  service!: object;

  @Column({ type: 'timestamptz', nullable: false })
  recordedAt!: Date;
}
