import type { Tx } from '#platform';

/** Whether any organisation exists, and the first demo one; `tx` sees every organisation. */
export const readOrganizations = async (tx: Tx): Promise<{ readonly any: boolean; readonly demoId: string | null }> => {
  const rows = await tx.query<{ id: string; isDemo: boolean }>('SELECT organization_id AS id, is_demo AS "isDemo" FROM organization ORDER BY created_at, organization_id');
  return { any: rows.length > 0, demoId: rows.find(({ isDemo }) => isDemo)?.id ?? null };
};
