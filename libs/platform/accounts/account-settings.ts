import type { Config } from '../config/config.js';

/** What the configuration says about sessions and signing in. */
export class AccountSettings {
  readonly sessionMinutes: number;
  readonly signInPerMinute: number;
  readonly cookieSecure: boolean;

  constructor({ sessionMinutes, signInPerMinute, cookieSecure }: Pick<Config, 'sessionMinutes' | 'signInPerMinute' | 'cookieSecure'>) {
    this.sessionMinutes = sessionMinutes;
    this.signInPerMinute = signInPerMinute;
    this.cookieSecure = cookieSecure;
  }

  /** Nobody stays signed in longer than a long working day without signing in again, however busy the browser is. */
  get longestSessionMinutes(): number {
    return Math.max(12 * 60, this.sessionMinutes);
  }
}
