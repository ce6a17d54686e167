import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of the hash chain over the audit log: the rows whose transaction lies in [from, to). */
@Entity('audit_seal')
export class AuditSeal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'bigint', nullable: false })
  fromTransaction!: number;

  @Column({ type: 'bigint', nullable: false })
  toTransaction!: number;

  @Column({ type: 'integer', nullable: false })
  rowCount!: number;

  @Column({ type: 'text', nullable: false })
  previousHash!: string;

  @Column({ type: 'text', nullable: false })
  hash!: string;

  @Column({ type: 'timestamptz', nullable: false })
  sealedAt!: Date;
}
