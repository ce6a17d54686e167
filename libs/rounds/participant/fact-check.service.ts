import { Injectable } from '@nestjs/common';
import { Clock, JariError, type Tx } from '#platform';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { NoticeService } from '../notice/notice.service.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { RoundStore } from '../round/round-store.js';
import { factCheck } from '../rules/setting/fact-check.js';

export interface FactCheckCount {
  readonly people: number;
  readonly unconfirmed: number;
  readonly confirmed: number;
  readonly disputed: number;
  readonly settled: number;
  /** Until when people may take their time; null before the snapshot. */
  readonly until: Date | null;
}

const DAY_MS = 86_400_000;

/** People have the frozen number of days from the moment there is something to verify, also after a late close. */
const endOf = ({ snapshotAt, criteria }: PlacementRound): Date | null => {
  const { days } = factCheck.of((criteria as FrozenCriteria)[factCheck.code]?.value ?? factCheck.standard);
  return snapshotAt === null ? null : new Date(snapshotAt.getTime() + days * DAY_MS);
};

/** The time between the close and the adoption in which everybody verifies the own facts. */
@Injectable()
export class FactCheckService {
  constructor(
    private readonly clock: Clock,
    private readonly rounds: RoundStore,
    private readonly notices: NoticeService,
  ) {}

  /** How far the checking is, for HR. @throws JariError ROUND_NOT_FOUND */
  async count(tx: Tx, roundId: string): Promise<FactCheckCount> {
    return this.of(tx, await this.rounds.find(tx, roundId));
  }

  /** Asks everybody in the snapshot to look at their facts. */
  async remind(tx: Tx, round: PlacementRound): Promise<void> {
    const until = endOf(round);
    if (until === null) return;
    const people = await tx.query<{ employeeId: string }>(
      `SELECT employee_id AS "employeeId" FROM round_participant WHERE organization_id = $1 AND round_id = $2 AND fact_check = 'UNCONFIRMED' ORDER BY employee_id`, [tx.organizationId, round.id]);
    const params = { name: round.name, until: until.toISOString() };
    await this.notices.send(tx, people.map(({ employeeId }) => ({ kind: 'FACTS_TO_CHECK' as const, roundId: round.id, employeeId, params })));
  }

  /**
   * Objections have to be settled, and who has not answered yet keeps the time given.
   * @throws JariError FACTS_STILL_DISPUTED, FACTS_STILL_UNCHECKED
   */
  async requireDone(tx: Tx, round: PlacementRound): Promise<void> {
    const { disputed, unconfirmed, until } = await this.of(tx, round);
    if (disputed > 0) throw new JariError('FACTS_STILL_DISPUTED', { count: disputed });
    if (unconfirmed > 0 && until !== null && this.clock.now() < until) throw new JariError('FACTS_STILL_UNCHECKED', { count: unconfirmed, until: until.toISOString() });
  }

  private async of(tx: Tx, round: PlacementRound): Promise<FactCheckCount> {
    const rows = await tx.query<{ answer: string; people: number }>(
      'SELECT fact_check AS answer, count(*) AS people FROM round_participant WHERE organization_id = $1 AND round_id = $2 GROUP BY fact_check', [tx.organizationId, round.id]);
    const count = (answer: string): number => rows.find((row) => row.answer === answer)?.people ?? 0;
    return {
      people: rows.reduce((sum, { people }) => sum + people, 0), until: endOf(round),
      unconfirmed: count('UNCONFIRMED'), confirmed: count('CONFIRMED'), disputed: count('DISPUTED'), settled: count('SETTLED'),
    };
  }
}
