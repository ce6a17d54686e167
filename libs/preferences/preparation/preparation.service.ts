import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { labelPosts, type PostLabel } from '../catalogue/post-label.js';
import { checkInFaults, MAX_PREPARATION_ITEMS, preparationFaults, type PreparationInput } from './preparation-input.js';

export interface CheckInView {
  readonly id: string;
  readonly day: string;
  readonly note: string | null;
}

export interface PreparationView {
  readonly id: string;
  readonly positionId: string | null;
  readonly post: PostLabel | null;
  readonly what: string;
  readonly dueOn: string | null;
  readonly evidenceUrl: string | null;
  readonly evidenceNote: string | null;
  readonly doneOn: string | null;
  readonly version: number;
  /** Newest day first. */
  readonly checkIns: readonly CheckInView[];
}

/** Preparation behind the wishes, checked day by day, all year. No due dates are enforced and nobody is reminded. */
@Injectable()
export class PreparationService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every item of one person with its check-ins, oldest item first. For its owner and HR. */
  async list(tx: Tx, employeeId: string): Promise<PreparationView[]> {
    const items = await tx.query<Omit<PreparationView, 'post'>>(
      `SELECT i.id, i.position_id AS "positionId", i.what, i.due_on AS "dueOn", i.evidence_url AS "evidenceUrl",
              i.evidence_note AS "evidenceNote", i.done_on AS "doneOn", i.version,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'day', c.day, 'note', c.note) ORDER BY c.day DESC)
                        FROM check_in c WHERE c.organization_id = $1 AND c.preparation_item_id = i.id), '[]') AS "checkIns"
       FROM preparation_item i WHERE i.organization_id = $1 AND i.employee_id = $2 ORDER BY i.created_at, i.id`,
      [tx.organizationId, employeeId],
    );
    const posts = items.flatMap(({ positionId }) => positionId ?? []);
    const labels = await labelPosts(tx, posts, this.clock.today());
    return items.map((item) => ({ ...item, post: item.positionId === null ? null : (labels.get(item.positionId) ?? null) }));
  }

  /** @throws JariError VALIDATION_FAILED, TOO_MANY_PREPARATION_ITEMS (params max) */
  async create(tx: Tx, employeeId: string, input: PreparationInput): Promise<PreparationView> {
    await this.refuseFaulty(tx, input);
    const id = newId();
    const added = await tx.execute(
      `INSERT INTO preparation_item (organization_id, id, employee_id, position_id, what, due_on, evidence_url, evidence_note, done_on, version, created_at)
       SELECT $1, $2, $3, $4::uuid, $5, $6::date, $7, $8, $9::date, 1, $10
       WHERE (SELECT count(*) FROM preparation_item i WHERE i.organization_id = $1 AND i.employee_id = $3) < $11`,
      [tx.organizationId, id, employeeId, ...columnsOf(input), this.clock.now(), MAX_PREPARATION_ITEMS],
    );
    if (added === 0) throw new JariError('TOO_MANY_PREPARATION_ITEMS', { max: MAX_PREPARATION_ITEMS });
    await this.record(tx, 'preparation.create', employeeId, id, 1);
    return this.own(tx, employeeId, id);
  }

  /** @throws JariError NOT_FOUND, STALE_VERSION, VALIDATION_FAILED */
  async change(tx: Tx, employeeId: string, id: string, input: PreparationInput & { version: number }): Promise<PreparationView> {
    const current = (await this.own(tx, employeeId, id)).version;
    await this.refuseFaulty(tx, input);
    const changed = await tx.execute(
      `UPDATE preparation_item SET position_id = $4, what = $5, due_on = $6, evidence_url = $7, evidence_note = $8, done_on = $9, version = version + 1
       WHERE organization_id = $1 AND id = $2 AND employee_id = $3 AND version = $10`,
      [tx.organizationId, id, employeeId, ...columnsOf(input), input.version],
    );
    if (changed === 0) throw new JariError('STALE_VERSION', { current });
    await this.record(tx, 'preparation.change', employeeId, id, input.version + 1);
    return this.own(tx, employeeId, id);
  }

  /** Removes the item with its check-ins. @throws JariError NOT_FOUND */
  async remove(tx: Tx, employeeId: string, id: string): Promise<void> {
    const removed = await tx.execute('DELETE FROM preparation_item WHERE organization_id = $1 AND id = $2 AND employee_id = $3', [
      tx.organizationId, id, employeeId,
    ]);
    if (removed === 0) throw new JariError('NOT_FOUND');
    await this.record(tx, 'preparation.remove', employeeId, id, null);
  }

  /**
   * Writes what was done on `day` (Korean civil date; today when left out, at most 7 days back). A second check-in on the
   * same day replaces the first.
   * @throws JariError NOT_FOUND, VALIDATION_FAILED
   */
  async checkIn(tx: Tx, employeeId: string, id: string, input: { day?: string; note?: string | null }): Promise<PreparationView> {
    const today = this.clock.today();
    const day = input.day ?? today;
    await this.own(tx, employeeId, id);
    refuseIfFaulty(checkInFaults(day, today));
    await tx.execute(
      `INSERT INTO check_in (organization_id, id, preparation_item_id, day, note) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organization_id, preparation_item_id, day) DO UPDATE SET note = excluded.note`,
      [tx.organizationId, newId(), id, day, input.note || null],
    );
    await this.audit.record(tx, { action: 'preparation.checkIn', subjectType: 'preparationItem', subjectId: id, after: { day } });
    return this.own(tx, employeeId, id);
  }

  /** @throws JariError NOT_FOUND */
  async removeCheckIn(tx: Tx, employeeId: string, id: string, checkInId: string): Promise<void> {
    await this.own(tx, employeeId, id);
    const removed = await tx.execute('DELETE FROM check_in WHERE organization_id = $1 AND preparation_item_id = $2 AND id = $3', [
      tx.organizationId, id, checkInId,
    ]);
    if (removed === 0) throw new JariError('NOT_FOUND');
    await this.audit.record(tx, { action: 'preparation.removeCheckIn', subjectType: 'preparationItem', subjectId: id });
  }

  private async own(tx: Tx, employeeId: string, id: string): Promise<PreparationView> {
    const item = (await this.list(tx, employeeId)).find((each) => each.id === id);
    if (!item) throw new JariError('NOT_FOUND');
    return item;
  }

  private async refuseFaulty(tx: Tx, input: PreparationInput): Promise<void> {
    const post = input.positionId
      ? await tx.one('SELECT p.id FROM position p WHERE p.organization_id = $1 AND p.id = $2', [tx.organizationId, input.positionId])
      : null;
    refuseIfFaulty(preparationFaults(input, post !== undefined, this.clock.today()));
  }

  private async record(tx: Tx, action: string, employeeId: string, id: string, version: number | null): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'preparationItem', subjectId: id, after: { employeeId, version } });
  }
}

/** Columns 4–9 of both statements. */
const columnsOf = (input: PreparationInput): readonly (string | null)[] => [
  input.positionId ?? null, input.what.trim(), input.dueOn ?? null, input.evidenceUrl || null, input.evidenceNote || null, input.doneOn ?? null,
];
