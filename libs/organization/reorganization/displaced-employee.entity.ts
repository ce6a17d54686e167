import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whose post a reorganisation takes away; they choose first in the next round. */
@Entity('displaced_employee')
export class DisplacedEmployee {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  reorganizationId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: false })
  fromPositionId!: string;
}
