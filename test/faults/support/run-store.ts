import type { FaultDatabase } from './fault-database.js';

/** Everything a run left, apart from who asked, when, and how long it took. */
const STORED = `
  SELECT r.state, r.hash, r.input_hash AS "inputHash", md5(r.input::text) AS input, md5(r.certificate::text) AS certificate, md5(r.metrics::text) AS metrics,
    md5(r.instance::text) AS instance, md5(r.assignment::text) AS assignment, md5(r.phases::text) AS phases, md5(r.violations::text) AS violations,
    (SELECT count(*)::int FROM run_outcome o WHERE o.run_id = r.id) AS outcomes,
    (SELECT md5(string_agg(concat_ws('|', o.employee_id, o.outcome, o.position_id, o.obtained_rank, o.phase, o.explanation), '/' ORDER BY o.employee_id))
     FROM run_outcome o WHERE o.run_id = r.id) AS "outcomeDigest"
  FROM placement_run r WHERE r.id = $1`;

export interface StoredRun {
  readonly state: string;
  readonly hash: string | null;
  readonly outcomes: number;
}

/** A run as it lies in the database, comparable with another one of the same input. */
export const storedRun = async (database: FaultDatabase, runId: string): Promise<StoredRun> => {
  const [run] = await database.ask<StoredRun>(STORED, [runId]);
  if (run === undefined) throw new Error('The run is not stored');
  return run;
};

/** Either the whole result is there or nothing of it. */
export const expectWholeOrNothing = async (database: FaultDatabase, runId: string, undisturbed: StoredRun): Promise<void> => {
  const run = await storedRun(database, runId);
  if (run.state === 'DONE') expect(run).toEqual(undisturbed);
  else expect({ ...run, state: '' }).toEqual({ ...Object.fromEntries(Object.keys(run).map((key) => [key, null])), state: '', outcomes: 0 });
};
