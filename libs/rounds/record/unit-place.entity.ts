import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('unit_place')
export class UnitPlace {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'double precision', nullable: false })
  latitude!: number;

  @Column({ type: 'double precision', nullable: false })
  longitude!: number;
}
