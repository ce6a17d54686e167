import { JariError, type Tx } from '#platform';

/** What an officer enters about a person decides their case: not one's own (제척). @throws JariError OFFICER_RECUSED */
export const requireAnother = ({ context: { actor } }: Tx, ...employeeIds: readonly string[]): void => {
  if (actor.kind === 'PERSON' && actor.employeeId !== null && employeeIds.includes(actor.employeeId)) throw new JariError('OFFICER_RECUSED');
};
