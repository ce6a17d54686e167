import { JariError, type Tx } from '#platform';

/** The employee who acts in this transaction; null for an operator's account or the product itself. */
export const employeeOfActor = (tx: Tx): string | null => {
  const { actor } = tx.context;
  return actor.kind === 'PERSON' ? actor.employeeId : null;
};

/** The employee who acts in this transaction. @throws JariError NOT_AN_EMPLOYEE when the account belongs to none */
export const actingEmployeeId = (tx: Tx): string => {
  const employeeId = employeeOfActor(tx);
  if (employeeId === null) throw new JariError('NOT_AN_EMPLOYEE');
  return employeeId;
};
