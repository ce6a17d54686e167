import { Injectable } from '@nestjs/common';
import { Clock, foundOr404, type Tx } from '#platform';
import { labelPosts, type PostLabel } from '../catalogue/post-label.js';

/** Posts one keeps at hand. They are no wishes: nobody sees them, nothing is counted, nothing is audited. */
@Injectable()
export class FavouriteService {
  constructor(private readonly clock: Clock) {}

  /** Newest first. */
  async list(tx: Tx, employeeId: string): Promise<PostLabel[]> {
    const rows = await tx.query<{ positionId: string }>(
      `SELECT f.position_id AS "positionId" FROM favourite_post f
       WHERE f.organization_id = $1 AND f.employee_id = $2 ORDER BY f.created_at DESC, f.position_id`,
      [tx.organizationId, employeeId],
    );
    const labels = await labelPosts(tx, rows.map(({ positionId }) => positionId), this.clock.today());
    return rows.flatMap(({ positionId }) => labels.get(positionId) ?? []);
  }

  /** Adds the post; adding it twice changes nothing. @throws JariError NOT_FOUND for an unknown post */
  async add(tx: Tx, employeeId: string, positionId: string): Promise<void> {
    foundOr404(await tx.one('SELECT p.id FROM position p WHERE p.organization_id = $1 AND p.id = $2', [tx.organizationId, positionId]));
    await tx.execute(
      `INSERT INTO favourite_post (organization_id, employee_id, position_id, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [tx.organizationId, employeeId, positionId, this.clock.now()],
    );
  }

  /** Removes the post; removing it twice changes nothing. */
  async remove(tx: Tx, employeeId: string, positionId: string): Promise<void> {
    await tx.execute('DELETE FROM favourite_post WHERE organization_id = $1 AND employee_id = $2 AND position_id = $3', [
      tx.organizationId, employeeId, positionId,
    ]);
  }
}
