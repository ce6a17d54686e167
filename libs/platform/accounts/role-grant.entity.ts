import type { Role } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role somebody was given, from the first day on and before the day `validTo`. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: false })
  accountId!: string;

  @Column({ type: 'text', nullable: false })
  role!: Role;

  @Column({ type: 'date', nullable: false })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
