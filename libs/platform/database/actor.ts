import type { Role } from '#contracts';

/** Who acts: a signed-in person, or the product itself (jobs, deadlines, the command line). */
export type Actor =
  | { readonly kind: 'PERSON'; readonly accountId: string; readonly employeeId: string | null; readonly roles: readonly Role[] }
  | { readonly kind: 'SYSTEM'; readonly name: string };

/** Everything the one door to the database needs to know about a piece of work. */
export interface WorkContext {
  readonly organizationId: string;
  readonly actor: Actor;
  /** Joins log entries, audit rows and error messages of one request or job. */
  readonly requestId: string;
}

/** The context of work that no person asked for, e.g. `systemContext(organizationId, 'deadline')`. */
export const systemContext = (organizationId: string, name: string, requestId = name): WorkContext => ({
  organizationId,
  actor: { kind: 'SYSTEM', name },
  requestId,
});
