import type { Bilingual } from '#contracts';
import type { PostgresSettings } from '#platform';

/** An account of the demo district, for the banner. */
export interface DemoAccount {
  /** What the person is, e.g. 인사담당자 / HR officer. */
  readonly role: Bilingual;
  readonly signInName: string;
  readonly password: string;
}

/** What `start` needs from elsewhere. */
export interface StartDependencies {
  /** The top folder of the clone; `var/` lies in it. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Brings the schema up to date; the URL is the owner's. Safe to call by several processes at once. */
  migrate(databaseUrl: string): Promise<unknown>;
  /**
   * Loads the demo district into a database without organisations, in one transaction, and leaves any other as it
   * is. Either way resolves with the demo accounts in the database (none when it is not a demo).
   */
  loadDemoDistrict(databaseUrl: string): Promise<readonly DemoAccount[]>;
  /** Programs to fork; without them the built API and worker. */
  readonly api?: string;
  readonly worker?: string;
  readonly postgresSettings?: PostgresSettings;
  /** How long API and worker may drain before they are killed; 8 s without it. */
  readonly drainMs?: number;
}
