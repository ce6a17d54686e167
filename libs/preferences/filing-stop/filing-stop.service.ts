import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/**
 * Announces that the filed lists will be taken as they stand at a moment. From that moment on until it is lifted nothing is
 * filed, withdrawn or amended, however late the taking comes; drafts can be written all the time.
 */
@Injectable()
export class FilingStopService {
  /** @param id whoever takes the lists; a second call moves the moment */
  async announce(tx: Tx, id: string, stopsAt: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO filing_stop (organization_id, id, stops_at) VALUES ($1, $2, $3)
       ON CONFLICT (organization_id, id) DO UPDATE SET stops_at = excluded.stops_at`, [tx.organizationId, id, stopsAt]);
  }

  async lift(tx: Tx, id: string): Promise<void> {
    await tx.execute('DELETE FROM filing_stop WHERE organization_id = $1 AND id = $2', [tx.organizationId, id]);
  }
}
