import { Injectable } from '@nestjs/common';
import { JariError, type Tx } from '#platform';

const INTERESTED = `
  SELECT EXISTS (
    SELECT 1 FROM recusal WHERE organization_id = $1 AND ($2::uuid IS NULL OR round_id = $2)
      AND (officer_account_id = $3 OR officer_employee_id = $4)
      AND (state = 'UPHELD' OR (state = 'DECLARED' AND type = 'SELF'))
      AND ((subject_employee_id IS NULL AND $2::uuid IS NOT NULL) OR subject_employee_id = ANY($5::uuid[]))
  ) OR EXISTS (
    SELECT 1 FROM employee_relation WHERE organization_id = $1
      AND ((employee_a_id = $4 AND employee_b_id = ANY($5::uuid[])) OR (employee_b_id = $4 AND employee_a_id = ANY($5::uuid[])))
  ) OR ($6 AND EXISTS (
    SELECT 1 FROM round_participant WHERE organization_id = $1 AND round_id = $2 AND employee_id = $4 AND state <> 'EXCLUDED'
  )) AS interested`;

/** Keeps officers with an interest away from decisions (제척 and its kin, 지방공무원법 §10의2). Says only that there is one. */
@Injectable()
export class RecusalGuard {
  /**
   * For decisions about a placement: nobody who takes part in the round decides in it.
   * @param subjects the people decided about; none = the whole round
   * @throws JariError OFFICER_RECUSED
   */
  requireFreeInRound(tx: Tx, roundId: string, subjects: readonly string[] = []): Promise<void> {
    return this.require(tx, roundId, subjects, true);
  }

  /** For decisions about people, in a round or apart from any. @throws JariError OFFICER_RECUSED */
  requireFreeOf(tx: Tx, roundId: string | null, subjects: readonly string[]): Promise<void> {
    return this.require(tx, roundId, subjects, false);
  }

  private async require(tx: Tx, roundId: string | null, subjects: readonly string[], competing: boolean): Promise<void> {
    const { actor } = tx.context;
    if (actor.kind !== 'PERSON') return;
    const { accountId, employeeId } = actor;
    if (employeeId !== null && subjects.includes(employeeId)) throw new JariError('OFFICER_RECUSED');
    const row = await tx.one<{ interested: boolean }>(INTERESTED, [tx.organizationId, roundId, accountId, employeeId, subjects, competing]);
    if (row?.interested === true) throw new JariError('OFFICER_RECUSED');
  }
}
