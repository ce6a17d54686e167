import { newId, type Tx } from '#platform';

export interface DemandRecording {
  /** Which round, as people know it; recording the same label again replaces what it said. */
  readonly label: string;
  /** YYYY-MM-DD */
  readonly recordedOn: string;
  /** Posts without an entry had nobody. */
  readonly counts: readonly { readonly positionId: string; readonly applicants: number }[];
}

/** Keeps how many people wished for each post when a round took its snapshot. Called by rounds only. */
export const recordDemand = async (tx: Tx, { label, recordedOn, counts }: DemandRecording): Promise<void> => {
  await removeDemand(tx, label);
  await tx.execute(
    `INSERT INTO post_demand (organization_id, id, position_id, label, applicants, recorded_on)
     SELECT $1, c.id, c."positionId", $2, c.applicants, $3
     FROM jsonb_to_recordset($4::jsonb) AS c(id uuid, "positionId" uuid, applicants integer)`,
    [tx.organizationId, label, recordedOn, JSON.stringify(counts.map((count) => ({ id: newId(), ...count })))],
  );
};

/** Forgets a recording, for a round that goes back to before its snapshot. */
export const removeDemand = async (tx: Tx, label: string): Promise<void> => {
  await tx.execute('DELETE FROM post_demand WHERE organization_id = $1 AND label = $2', [tx.organizationId, label]);
};

export interface DemandSource {
  readonly label: string;
  readonly recordedOn: string;
}

/** The newest recording, or undefined when no round has taken a snapshot yet. */
export const latestDemand = (tx: Tx): Promise<DemandSource | undefined> =>
  tx.one<DemandSource>(
    `SELECT label, recorded_on AS "recordedOn" FROM post_demand WHERE organization_id = $1
     ORDER BY recorded_on DESC, label DESC LIMIT 1`,
    [tx.organizationId],
  );
