import { Injectable } from '@nestjs/common';
import { Clock, foundOr404, JariError, newId, type Tx } from '#platform';
import type { CatalogueFilter } from '../catalogue/catalogue-filter.js';

export const MAX_SAVED_SEARCHES = 30;

export interface SavedSearchView {
  readonly id: string;
  readonly name: string;
  readonly filter: CatalogueFilter;
  readonly version: number;
}

const COLUMNS = 'id, name, filter, version';

/** Named filters of the catalogue, each its owner's alone. */
@Injectable()
export class SavedSearchService {
  constructor(private readonly clock: Clock) {}

  list(tx: Tx, employeeId: string): Promise<SavedSearchView[]> {
    return tx.query<SavedSearchView>(
      `SELECT ${COLUMNS} FROM saved_search WHERE organization_id = $1 AND employee_id = $2 ORDER BY name`,
      [tx.organizationId, employeeId],
    );
  }

  /** @throws JariError SAVED_SEARCH_NAME_TAKEN, TOO_MANY_SAVED_SEARCHES (params max) */
  async create(tx: Tx, employeeId: string, input: { name: string; filter: CatalogueFilter }): Promise<SavedSearchView> {
    const kept = await this.list(tx, employeeId);
    if (kept.length >= MAX_SAVED_SEARCHES) throw new JariError('TOO_MANY_SAVED_SEARCHES', { max: MAX_SAVED_SEARCHES });
    const created = await tx.one<SavedSearchView>(
      `INSERT INTO saved_search (organization_id, id, employee_id, name, filter, version, updated_at)
       VALUES ($1, $2, $3, $4, $5::jsonb, 1, $6) ON CONFLICT (organization_id, employee_id, name) DO NOTHING RETURNING ${COLUMNS}`,
      [tx.organizationId, newId(), employeeId, input.name, JSON.stringify(input.filter), this.clock.now()],
    );
    return foundOr404(created, 'SAVED_SEARCH_NAME_TAKEN');
  }

  /** @throws JariError NOT_FOUND, STALE_VERSION, SAVED_SEARCH_NAME_TAKEN */
  async change(tx: Tx, employeeId: string, id: string, input: { name: string; filter: CatalogueFilter; version: number }): Promise<SavedSearchView> {
    const kept = await this.list(tx, employeeId);
    const current = foundOr404(kept.find((search) => search.id === id)).version;
    if (kept.some((search) => search.id !== id && search.name === input.name)) throw new JariError('SAVED_SEARCH_NAME_TAKEN');
    const changed = await tx.query<SavedSearchView>(
      `UPDATE saved_search SET name = $4, filter = $5::jsonb, version = version + 1, updated_at = $6
       WHERE organization_id = $1 AND employee_id = $2 AND id = $3 AND version = $7 RETURNING ${COLUMNS}`,
      [tx.organizationId, employeeId, id, input.name, JSON.stringify(input.filter), this.clock.now(), input.version],
    );
    const [search] = changed;
    if (!search) throw new JariError('STALE_VERSION', { current });
    return search;
  }

  /** @throws JariError NOT_FOUND */
  async remove(tx: Tx, employeeId: string, id: string): Promise<void> {
    const removed = await tx.execute('DELETE FROM saved_search WHERE organization_id = $1 AND employee_id = $2 AND id = $3', [
      tx.organizationId, employeeId, id,
    ]);
    if (removed === 0) throw new JariError('NOT_FOUND');
  }
}
