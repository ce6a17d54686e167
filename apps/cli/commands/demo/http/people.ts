import type { Clock } from '#platform';
import { createPerson, send, type Person } from './person.js';

/** A session of the product ends after twelve hours at the latest. */
const SESSION_MS = 11 * 3_600_000;

/** Everybody with an account; they sign in by themselves whenever their session would be over. */
export class People {
  private readonly sessions = new Map<string, { readonly openedAt: number; readonly cookie: Promise<string | null> }>();
  private readonly active = new Set<string>();
  signIns = 0;

  constructor(private readonly origin: string, private readonly clock: Clock, private readonly password: string) {}

  isActive(signInName: string): boolean {
    return this.active.has(signInName);
  }

  get activated(): number {
    return this.active.size;
  }

  /** First password by activation code. */
  async activate(signInName: string, code: string): Promise<void> {
    const { cookie } = await send(this.origin, 'POST', '/api/activation', { body: { signInName, code, password: this.password } });
    this.active.add(signInName);
    this.sessions.set(signInName, { openedAt: this.clock.now().getTime(), cookie: Promise.resolve(cookie) });
  }

  as(signInName: string): Person {
    return createPerson(this.origin, () => this.cookieOf(signInName));
  }

  private cookieOf(signInName: string): Promise<string | null> {
    const now = this.clock.now().getTime();
    const open = this.sessions.get(signInName);
    if (open !== undefined && now - open.openedAt < SESSION_MS) return open.cookie;
    const cookie = this.signIn(signInName);
    this.sessions.set(signInName, { openedAt: now, cookie });
    return cookie;
  }

  private async signIn(signInName: string): Promise<string | null> {
    this.signIns += 1;
    return (await send(this.origin, 'POST', '/api/session', { body: { signInName, password: this.password } })).cookie;
  }
}
