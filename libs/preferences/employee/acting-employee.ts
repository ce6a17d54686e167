import { JariError, type Tx } from '#platform';

/**
 * The employee who acts in this transaction.
 * @throws JariError NOT_AN_EMPLOYEE when the account belongs to no employee (an operator's), or the product itself acts
 */
export const actingEmployeeId = (tx: Tx): string => {
  const { actor } = tx.context;
  if (actor.kind !== 'PERSON' || actor.employeeId === null) throw new JariError('NOT_AN_EMPLOYEE');
  return actor.employeeId;
};
