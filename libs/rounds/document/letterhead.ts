import { foundOr404, type Tx } from '#platform';
import type { Letterhead } from './page.js';

export const loadLetterhead = async (tx: Tx): Promise<Letterhead> =>
  foundOr404(await tx.one<Letterhead>('SELECT name, name_en AS "nameEn", is_demo AS "isDemo" FROM organization WHERE organization_id = $1', [tx.organizationId]));
