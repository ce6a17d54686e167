import { UsageError } from '../command.js';
import type { Database } from '#platform';

export interface OrganizationRow {
  readonly id: string;
  readonly code: string;
}

/**
 * The organisation a command works for.
 * @param code may be left out where there is only one
 * @throws UsageError when there is none by that code, none at all, or the code is needed
 */
export const findOrganization = async (database: Database, code: string | undefined): Promise<OrganizationRow> => {
  const rows = await database.system('find-organization', (tx) =>
    tx.query<OrganizationRow>('SELECT organization_id AS id, code FROM organization WHERE $1::text IS NULL OR code = $1 ORDER BY code', [code ?? null]));
  const [first, second] = rows;
  if (first === undefined) {
    throw new UsageError(code === undefined ? '아직 기관이 없습니다 / there is no organisation yet' : `없는 기관입니다 / no such organisation: ${code}`);
  }
  if (second !== undefined) {
    throw new UsageError(`기관이 둘 이상이므로 --organization이 필요합니다 / several organisations, --organization is needed: ${rows.map((row) => row.code).join(', ')}`);
  }
  return first;
};
