import { Injectable } from '@nestjs/common';
import { Clock, JariError, type Tx } from '#platform';
import type { Ballot } from '../ballot/ballot.entity.js';
import { BallotVoter } from './voter.entity.js';

export interface RollLine {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
}

/** Whether one may vote, and if not, why. */
export interface Standing {
  readonly onRoll: boolean;
  readonly removedFor: BallotVoter['removedFor'];
}

/** The roll (선거인명부): managers of grades 4–6. Leave does not take the vote away. */
@Injectable()
export class RollService {
  constructor(private readonly clock: Clock) {}

  /** Everybody of grades 4–6 in service today. */
  async draw(tx: Tx, { id }: Ballot): Promise<void> {
    await tx.execute(
      `INSERT INTO ballot_voter (organization_id, ballot_id, employee_id, grade, state, source)
       SELECT organization_id, $2, id, grade, 'LISTED', 'GRADE' FROM employee
       WHERE organization_id = $1 AND grade BETWEEN 4 AND 6 AND hired_on <= $3 AND (left_on IS NULL OR left_on > $3)`,
      [tx.organizationId, id, this.clock.today()],
    );
  }

  /** Everybody on the roll, by employee number; those who were removed do not stand there. */
  list(tx: Tx, ballotId: string): Promise<RollLine[]> {
    return tx.query<RollLine>(
      `SELECT v.employee_id AS "employeeId", e.employee_number AS "employeeNumber", e.name, v.grade, e.job_series AS "jobSeries"
       FROM ballot_voter v JOIN employee e ON e.organization_id = v.organization_id AND e.id = v.employee_id
       WHERE v.organization_id = $1 AND v.ballot_id = $2 AND v.state = 'LISTED' ORDER BY e.employee_number`,
      [tx.organizationId, ballotId],
    );
  }

  async standing(tx: Tx, ballotId: string, employeeId: string): Promise<Standing> {
    const row = await this.find(tx, ballotId, employeeId);
    return { onRoll: row?.state === 'LISTED', removedFor: row?.removedFor ?? null };
  }

  /** @throws JariError NOT_ON_ROLL */
  async requireVoter(tx: Tx, ballotId: string, employeeId: string): Promise<void> {
    if (!(await this.standing(tx, ballotId, employeeId)).onRoll) throw new JariError('NOT_ON_ROLL');
  }

  /** After an objection was upheld. @throws JariError EMPLOYEE_NOT_FOUND */
  async add(tx: Tx, ballotId: string, employeeId: string): Promise<void> {
    const touched = await tx.execute(
      `INSERT INTO ballot_voter (organization_id, ballot_id, employee_id, grade, state, source)
       SELECT organization_id, $2, id, grade, 'LISTED', 'APPEAL' FROM employee WHERE organization_id = $1 AND id = $3
       ON CONFLICT (organization_id, ballot_id, employee_id) DO UPDATE SET state = 'LISTED', source = 'APPEAL', removed_for = NULL`,
      [tx.organizationId, ballotId, employeeId],
    );
    if (touched === 0) throw new JariError('EMPLOYEE_NOT_FOUND');
  }

  async remove(tx: Tx, ballotId: string, employeeId: string, removedFor: NonNullable<BallotVoter['removedFor']>): Promise<void> {
    await tx.execute(
      `UPDATE ballot_voter SET state = 'REMOVED', removed_for = $4 WHERE organization_id = $1 AND ballot_id = $2 AND employee_id = $3`,
      [tx.organizationId, ballotId, employeeId, removedFor],
    );
  }

  private find(tx: Tx, ballotId: string, employeeId: string): Promise<BallotVoter | null> {
    return tx.repository(BallotVoter).findOneBy({ organizationId: tx.organizationId, ballotId, employeeId });
  }
}
