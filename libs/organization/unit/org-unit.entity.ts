import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit as such: its code stays while its name, parent and existence change with time (`OrgUnitVersion`). */
@Entity('org_unit')
export class OrgUnit {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: false })
  code!: string;
}
