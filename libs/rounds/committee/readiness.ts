import { JariError, type Tx } from '#platform';

/**
 * What must not be left open when a placement is endorsed or approved: proposals that nobody has decided, findings that
 * nobody has dealt with, people without a place.
 * @throws JariError PLACEMENT_NOT_READY with OVERRIDES_UNDECIDED, VIOLATIONS_OPEN, PEOPLE_WITHOUT_PLACE
 */
export const requireReady = async (tx: Tx, roundId: string): Promise<void> => {
  const open = await tx.one<{ overrides: number; violations: number; unplaced: number }>(
    `SELECT (SELECT count(DISTINCT proposal_id) FROM placement_override WHERE organization_id = $1 AND round_id = $2 AND state = 'PROPOSED') AS overrides,
            (SELECT count(*) FROM round_violation v JOIN placement_round r ON r.organization_id = v.organization_id AND r.adopted_run_id = v.run_id
             WHERE v.organization_id = $1 AND r.id = $2 AND v.state = 'OPEN') AS violations,
            (SELECT count(*) FROM round_participant WHERE organization_id = $1 AND round_id = $2 AND state IN ('UNMET', 'SNAPSHOT')) AS unplaced`,
    [tx.organizationId, roundId]);
  if (open === undefined) return;
  const faults = [
    { path: 'overrides', code: 'OVERRIDES_UNDECIDED', params: { count: open.overrides } },
    { path: 'violations', code: 'VIOLATIONS_OPEN', params: { count: open.violations } },
    { path: 'participants', code: 'PEOPLE_WITHOUT_PLACE', params: { count: open.unplaced } },
  ].filter(({ params: { count } }) => count > 0);
  if (faults.length > 0) throw new JariError('PLACEMENT_NOT_READY', {}, faults);
};
