import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RelationKind } from './relation-kind.js';

/** Two people who must not serve together (상피). HR-only; the smaller id stands first. */
@Entity('employee_relation')
export class EmployeeRelation {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeAId!: string;

  @Column({ type: 'uuid', nullable: false })
  employeeBId!: string;

  @Column({ type: 'text', nullable: false })
  kind!: RelationKind;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
