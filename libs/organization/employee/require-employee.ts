import { JariError, type Tx } from '#platform';

/** A list that belongs to nobody is not an empty list. @throws EMPLOYEE_NOT_FOUND */
export const requireEmployee = async (tx: Tx, id: string): Promise<void> => {
  if (!(await tx.one('SELECT 1 FROM employee WHERE organization_id = $1 AND id = $2', [tx.organizationId, id]))) throw new JariError('EMPLOYEE_NOT_FOUND');
};
