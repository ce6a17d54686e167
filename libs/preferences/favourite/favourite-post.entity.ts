import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A post that somebody keeps at hand. Nobody else learns of it. */
@Entity('favourite_post')
export class FavouritePost {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;

  @PrimaryColumn({ type: 'uuid' })
  positionId!: string;

  @Column({ type: 'timestamptz', nullable: false })
  createdAt!: Date;
}
