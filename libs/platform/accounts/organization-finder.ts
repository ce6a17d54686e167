import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Which organisation somebody means who is not signed in yet. */
@Injectable()
export class OrganizationFinder {
  constructor(private readonly database: Database) {}

  /**
   * @param code as typed; may be left out where there is only one organisation
   * @returns its id, or undefined when the code is unknown or needed
   */
  async find(code?: string): Promise<string | undefined> {
    const rows = await this.database.system('find-organization', (tx) =>
      tx.query<{ organizationId: string }>(
        'SELECT organization_id AS "organizationId" FROM organization WHERE $1::text IS NULL OR code = $1 LIMIT 2',
        [code ?? null],
      ),
    );
    return rows.length === 1 ? rows[0]?.organizationId : undefined;
  }
}
