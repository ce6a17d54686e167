import type { WorkContext } from '../database/actor.js';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
}

export type SignInRefusal = 'SIGN_IN_FAILED';

export type SignInOutcome = { readonly ok: true; readonly accountId: string } | { readonly ok: false; readonly code: SignInRefusal };

/**
 * How somebody proves who they are. Today a password; a single sign-on is another implementation. Takes a context
 * and not a transaction: hashing and asking another server are slow, and what is counted against a guesser has to
 * stand even though the request fails (decision 0007).
 */
export abstract class SignInProvider {
  /** @throws JariError ACCOUNT_LOCKED */
  abstract signIn(context: WorkContext, credentials: Credentials): Promise<SignInOutcome>;
}
