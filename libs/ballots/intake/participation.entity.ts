import { Entity, PrimaryColumn } from 'typeorm';

/** Who took part, apart from any content. */
@Entity('ballot_participation')
export class BallotParticipation {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  ballotId!: string;

  @PrimaryColumn({ type: 'uuid' })
  employeeId!: string;
}
