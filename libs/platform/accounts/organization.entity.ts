import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A district (or another body) with its own people and its own rows; nobody sees another's. */
@Entity('organization')
export class Organization {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  /** Short and unique, what a person types when several organisations share a deployment. */
  @Column({ type: 'text', nullable: false, unique: true })
  code!: string;

  @Column({ type: 'text', nullable: false })
  name!: string;

  @Column({ type: 'text', nullable: false })
  nameEn!: string;

  /** Invented people: every export says 가상 데이터. */
  @Column({ type: 'boolean', nullable: false })
  isDemo!: boolean;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
