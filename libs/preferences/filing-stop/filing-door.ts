import { JariError, type Tx } from '#platform';

/**
 * Whoever files passes the door of the organisation together with all others; whoever takes the filed lists shuts it, which
 * waits for those still passing and turns away everybody else. So no list that was filed in time can come after the taking.
 */
export const FILING_LOCK = `hashtextextended('filing:' || $1::uuid::text, 0)`;

/** How the door stands for the transaction; read by those who file, in one statement with what else they need. */
export interface FilingDoor {
  /** False while the filed lists are being taken. */
  readonly passed: boolean;
  /** From when on nothing may be filed; null without a deadline. */
  readonly stopsAt: Date | null;
}

/** Columns of a statement whose $1 is the organisation. */
export const FILING_DOOR_COLUMNS = `pg_try_advisory_xact_lock_shared(${FILING_LOCK}) AS passed,
  (SELECT min(f.stops_at) FROM filing_stop f WHERE f.organization_id = $1) AS "stopsAt"`;

/** Tells those who file after the deadline, while the lists are not taken yet, to wait. @throws JariError FILING_IS_CLOSING */
export const requireOpenDoor = ({ passed, stopsAt }: FilingDoor, now: Date): void => {
  if (!passed || (stopsAt !== null && stopsAt <= now)) throw new JariError('FILING_IS_CLOSING');
};

export const readFilingDoor = async (tx: Tx): Promise<FilingDoor> =>
  (await tx.one<FilingDoor>(`SELECT ${FILING_DOOR_COLUMNS}`, [tx.organizationId])) ?? { passed: false, stopsAt: null };

/** Shuts the door until the transaction ends. To be called before anything is read of the filed lists. */
export const shutFilingDoor = async (tx: Tx): Promise<void> => {
  await tx.one(`SELECT pg_advisory_xact_lock(${FILING_LOCK})`, [tx.organizationId]);
};
