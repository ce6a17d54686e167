import { Injectable } from '@nestjs/common';
import { AuditService, Clock, foundOr404, JariError, newId, refuseIfFaulty, type AuditValue, type Tx } from '#platform';
import { OrgUnitService } from '../unit/org-unit.service.js';
import type { UnitTree, UnitVersion } from '../unit/unit-tree.js';
import { insertPositions, updatePositions } from './position.write.js';
import { headcountOf, type Headcount } from './headcount.js';
import { positionFaults } from './position-rules.js';
import { POSITION_COLUMNS, queryPositions, type PositionFilter, type PositionRow } from './position.query.js';

/** A post with where it stands and how it is filled on a day. */
export interface PositionView extends PositionRow, Headcount {
  /** From the bureau down to the post's own unit. */
  readonly unitPath: readonly UnitVersion[];
}

export interface PositionSearch extends Omit<PositionFilter, 'unitIds'> {
  readonly on: string;
  /** The unit with everything below it. */
  readonly unitId?: string;
  readonly vacantOnly?: boolean;
  readonly surplusOnly?: boolean;
  /** In the duty, the description, the code or a unit's name, in either language, without regard to case. */
  readonly text?: string;
}

export type NewPosition = Omit<PositionRow, 'id' | 'version'>;
export type PositionChange = Partial<Omit<PositionRow, 'id' | 'code' | 'version' | 'validFrom'>>;

/** A person in a post on a day. */
export interface Holder {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly startedOn: string;
}

const WRITABLE = [
  'unitId', 'duty', 'dutyEn', 'description', 'authorizedHeadcount', 'highestGrade', 'lowestGrade', 'jobSeries', 'requiredLicences', 'headship',
  'heavyWorkload', 'specialist', 'specialistTenureMonths', 'protectionReason', 'protectedUntil', 'validTo',
] as const satisfies readonly (keyof PositionChange)[];

@Injectable()
export class PositionService {
  constructor(
    private readonly units: OrgUnitService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Posts open on a day, by code, with unit path, vacancy and surplus computed. */
  async list(tx: Tx, { on, unitId, vacantOnly, surplusOnly, text, ...filter }: PositionSearch): Promise<readonly PositionView[]> {
    const tree = await this.units.tree(tx, on);
    const unitIds = unitId === undefined ? undefined : tree.withDescendants(unitId).map((unit) => unit.unitId);
    const rows = await queryPositions(tx, on, { ...filter, ...(unitIds && { unitIds }) });
    const needle = text?.normalize('NFC').toLowerCase();
    return rows
      .map((row) => view(row, tree))
      .filter((post) => (!vacantOnly || post.vacancy > 0) && (!surplusOnly || post.surplus > 0) && (needle === undefined || mentions(post, needle)));
  }

  /** One post on a day. @throws POSITION_NOT_FOUND also when it is not open on that day */
  async find(tx: Tx, positionId: string, on: string): Promise<PositionView> {
    const [row] = await queryPositions(tx, on, { positionIds: [positionId] });
    return view(foundOr404(row, 'POSITION_NOT_FOUND'), await this.units.tree(tx, on));
  }

  /** Who holds the post on a day, by employee number. @throws POSITION_NOT_FOUND */
  async holders(tx: Tx, positionId: string, on: string): Promise<Holder[]> {
    foundOr404(await tx.one('SELECT 1 FROM position WHERE organization_id = $1 AND id = $2', [tx.organizationId, positionId]), 'POSITION_NOT_FOUND');
    return tx.query<Holder>(
      `SELECT e.id AS "employeeId", e.employee_number AS "employeeNumber", e.name, e.grade, e.job_series AS "jobSeries", a.started_on AS "startedOn"
       FROM assignment a JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id
       WHERE a.organization_id = $1 AND a.position_id = $2 AND a.started_on <= $3 AND (a.ended_on IS NULL OR a.ended_on > $3)
         AND (e.left_on IS NULL OR e.left_on > $3)
       ORDER BY e.employee_number`,
      [tx.organizationId, positionId, on],
    );
  }

  /** @returns the new posts' ids in the order given. @throws POSITION_CODE_TAKEN, VALIDATION_FAILED with every fault */
  async create(tx: Tx, posts: readonly NewPosition[]): Promise<readonly string[]> {
    refuseIfFaulty(
      posts.flatMap((post, index) => {
        const twice = posts.findIndex(({ code }) => code === post.code) < index ? [{ path: 'code', code: 'POSITION_CODE_TAKEN', params: { value: post.code } }] : [];
        return [...positionFaults(post), ...twice].map((fault) => (posts.length === 1 ? fault : { ...fault, path: `positions[${index}].${fault.path}` }));
      }),
    );
    const taken = await tx.one<{ code: string }>('SELECT code FROM position WHERE organization_id = $1 AND code = ANY($2::text[]) LIMIT 1', [
      tx.organizationId, posts.map(({ code }) => code),
    ]);
    if (taken) throw new JariError('POSITION_CODE_TAKEN', { value: taken.code });
    for (const post of posts) {
      const tree = await this.units.tree(tx, post.validFrom);
      if (!tree.get(post.unitId)) throw new JariError('UNIT_NOT_FOUND');
    }
    const rows = posts.map((post) => ({ ...post, id: newId(), version: 1 }));
    await insertPositions(tx, rows);
    await this.audit.record(tx, ...rows.map((row) => ({ action: 'position.create', subjectType: 'position', subjectId: row.id, after: describe(row) })));
    return rows.map(({ id }) => id);
  }

  /**
   * @param expectedVersion the version the caller has seen
   * @returns the new version. @throws POSITION_NOT_FOUND, STALE_VERSION, UNIT_NOT_FOUND, VALIDATION_FAILED
   */
  async change(tx: Tx, positionId: string, change: PositionChange, expectedVersion: number): Promise<number> {
    const before = foundOr404(
      await tx.one<PositionRow>(`SELECT ${POSITION_COLUMNS} FROM position p WHERE p.organization_id = $1 AND p.id = $2 FOR UPDATE`, [tx.organizationId, positionId]),
      'POSITION_NOT_FOUND',
    );
    if (before.version !== expectedVersion) throw new JariError('STALE_VERSION', { current: before.version });
    const given = Object.fromEntries(WRITABLE.filter((key) => change[key] !== undefined).map((key) => [key, change[key]])) as PositionChange;
    const after: PositionRow = { ...before, ...given, version: before.version + 1 };
    refuseIfFaulty(positionFaults(after));
    if (after.unitId !== before.unitId) foundOr404((await this.units.tree(tx, this.clock.today())).get(after.unitId), 'UNIT_NOT_FOUND');
    await updatePositions(tx, [after]);
    const changed = WRITABLE.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    await this.audit.record(tx, {
      action: 'position.change', subjectType: 'position', subjectId: positionId, before: describe(before, changed), after: describe(after, changed),
    });
    return after.version;
  }

  /** Ends posts on `on` (exclusive). Their holders stay in them until an order moves them. */
  async close(tx: Tx, positionIds: readonly string[], on: string): Promise<void> {
    await tx.execute(
      `UPDATE position SET valid_to = $3, version = version + 1
       WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND valid_from < $3 AND (valid_to IS NULL OR valid_to > $3)`,
      [tx.organizationId, positionIds, on],
    );
    await this.audit.record(tx, ...positionIds.map((id) => ({ action: 'position.close', subjectType: 'position', subjectId: id, after: { validTo: on } })));
  }
}

const view = ({ holders, supernumerary, ...row }: PositionRow & { holders: number; supernumerary: number }, tree: UnitTree): PositionView => ({
  ...row,
  ...headcountOf(row.authorizedHeadcount, holders, supernumerary),
  unitPath: tree.path(row.unitId),
});

const mentions = (post: PositionView, needle: string): boolean =>
  [post.code, post.duty, post.dutyEn, post.description, ...post.unitPath.flatMap(({ name, nameEn }) => [name, nameEn])].some((text) =>
    text?.toLowerCase().includes(needle));

/** What an audit row keeps of a post. */
const describe = (row: PositionRow, keys: readonly (typeof WRITABLE)[number][] = WRITABLE): AuditValue => ({
  code: row.code, version: row.version, ...Object.fromEntries(keys.map((key) => [key, row[key]])),
});
