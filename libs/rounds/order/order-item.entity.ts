import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('order_item')
export class OrderItem {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  orderId!: string;

  @Column({ type: 'integer', nullable: false })
  lineNumber!: number;

  @Column({ type: 'uuid', nullable: false })
  employeeId!: string;

  @Column({ type: 'uuid', nullable: true })
  fromPositionId!: string | null;

  @Column({ type: 'uuid', nullable: false })
  toPositionId!: string;

  @Column({ type: 'text', nullable: false })
  cause!: 'WISH' | 'OUT_OF_WISH' | 'OVERRIDE' | 'PLANNED' | 'CORRECTION';

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'uuid', nullable: true })
  correctsItemId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  assignmentId!: string | null;
}
