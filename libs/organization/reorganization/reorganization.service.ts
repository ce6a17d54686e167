import { Injectable } from '@nestjs/common';
import type { Fault } from '#contracts';
import { AuditService, foundOr404, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { PositionService, type NewPosition } from '../position/position.service.js';
import { OrgUnitService, type NewUnit } from '../unit/org-unit.service.js';
import type { UnitTree } from '../unit/unit-tree.js';
import type { ReorganizationKind } from './reorganization-kind.js';

export interface ReorganizationRow {
  readonly id: string;
  readonly kind: ReorganizationKind;
  readonly name: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly targetUnitId: string | null;
}

export interface DisplacedPerson {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly grade: number;
  readonly jobSeries: string;
  readonly fromPositionId: string;
  /** Whether an order has since posted the person elsewhere. */
  readonly posted: boolean;
}

/** A team of the merged dong, named by its code among `units`. */
export type MergedUnit = Omit<NewUnit, 'validFrom' | 'parentId'> & { readonly parentCode: string };
export type MergedPosition = Omit<NewPosition, 'unitId' | 'validFrom' | 'validTo'> & { readonly unitCode: string };

export interface DongMerger {
  readonly name: string;
  readonly reason: string;
  readonly effectiveOn: string;
  /** At least two dong. */
  readonly sourceUnitIds: readonly string[];
  readonly target: Pick<NewUnit, 'code' | 'name' | 'nameEn' | 'parentId'>;
  readonly teams: readonly MergedUnit[];
  readonly positions: readonly MergedPosition[];
}

export interface UnitAbolition {
  readonly name: string;
  readonly reason: string;
  readonly effectiveOn: string;
  readonly unitId: string;
}

const COLUMNS = `id, kind, name, effective_on AS "effectiveOn", reason, target_unit_id AS "targetUnitId"`;

/**
 * Changes of the organisation that take posts away. Units and posts end on the effective date; their holders are
 * registered as displaced and keep their posting until an order moves them, so that nobody is without a post.
 */
@Injectable()
export class ReorganizationService {
  constructor(
    private readonly units: OrgUnitService,
    private readonly positions: PositionService,
    private readonly audit: AuditService,
  ) {}

  list(tx: Tx): Promise<ReorganizationRow[]> {
    return tx.query<ReorganizationRow>(`SELECT ${COLUMNS} FROM reorganization WHERE organization_id = $1 ORDER BY effective_on, id`, [tx.organizationId]);
  }

  /** @throws REORGANIZATION_NOT_FOUND */
  async find(tx: Tx, id: string): Promise<ReorganizationRow & { readonly displaced: readonly DisplacedPerson[] }> {
    const row = await tx.one<ReorganizationRow>(`SELECT ${COLUMNS} FROM reorganization WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id]);
    const displaced = await tx.query<DisplacedPerson>(
      `SELECT e.id AS "employeeId", e.employee_number AS "employeeNumber", e.name, e.grade, e.job_series AS "jobSeries",
              d.from_position_id AS "fromPositionId",
              NOT EXISTS (SELECT 1 FROM assignment a WHERE a.organization_id = d.organization_id AND a.employee_id = d.employee_id
                          AND a.position_id = d.from_position_id AND a.ended_on IS NULL) AS posted
       FROM displaced_employee d JOIN employee e ON e.organization_id = d.organization_id AND e.id = d.employee_id
       WHERE d.organization_id = $1 AND d.reorganization_id = $2 ORDER BY e.employee_number`,
      [tx.organizationId, id],
    );
    return { ...foundOr404(row, 'REORGANIZATION_NOT_FOUND'), displaced };
  }

  /**
   * Merges dong (동 통폐합): closes the old ones with their teams and posts, opens the new one with its teams and posts,
   * registers everyone in the old posts as displaced.
   * @returns the reorganisation's id
   * @throws MERGER_NEEDS_DONG, UNIT_CODE_TAKEN, POSITION_CODE_TAKEN, UNIT_CHANGE_BEFORE_CURRENT, VALIDATION_FAILED
   */
  async mergeDong(tx: Tx, merger: DongMerger): Promise<string> {
    const { effectiveOn, sourceUnitIds, target, teams } = merger;
    const tree = await this.units.tree(tx, effectiveOn);
    const sources = new Set(sourceUnitIds);
    if (sources.size < 2 || [...sources].some((id) => tree.get(id)?.type !== 'DONG')) throw new JariError('MERGER_NEEDS_DONG');
    refuseIfFaulty(unknownCodes(merger));
    const closed = await this.closeUnits(tx, tree, [...sources], effectiveOn);
    const targetId = await this.units.create(tx, { ...target, type: 'DONG', validFrom: effectiveOn });
    const unitIds = new Map([[target.code, targetId]]);
    for (const { parentCode, ...team } of teams) {
      const parentId = unitIds.get(parentCode) ?? targetId;
      unitIds.set(team.code, await this.units.create(tx, { ...team, parentId, validFrom: effectiveOn }));
    }
    if (merger.positions.length > 0) {
      await this.positions.create(tx, merger.positions.map(({ unitCode, ...post }) => ({ ...post, unitId: unitIds.get(unitCode) ?? targetId, validFrom: effectiveOn, validTo: null })));
    }
    return this.register(tx, { kind: 'DONG_MERGER', name: merger.name, reason: merger.reason, effectiveOn, targetUnitId: targetId }, closed);
  }

  /** Abolishes a unit with everything below it. @returns the reorganisation's id. @throws UNIT_NOT_FOUND */
  async abolishUnit(tx: Tx, { unitId, name, reason, effectiveOn }: UnitAbolition): Promise<string> {
    const tree = await this.units.tree(tx, effectiveOn);
    foundOr404(tree.get(unitId), 'UNIT_NOT_FOUND');
    const closed = await this.closeUnits(tx, tree, [unitId], effectiveOn);
    return this.register(tx, { kind: 'UNIT_ABOLITION', name, reason, effectiveOn, targetUnitId: null }, closed);
  }

  private async closeUnits(tx: Tx, tree: UnitTree, roots: readonly string[], on: string): Promise<readonly string[]> {
    const unitIds = [...new Set(roots.flatMap((id) => tree.withDescendants(id).map((unit) => unit.unitId)))];
    const posts = await tx.query<{ id: string; validFrom: string }>(
      `SELECT id, valid_from AS "validFrom" FROM position
       WHERE organization_id = $1 AND unit_id = ANY($2::uuid[]) AND (valid_to IS NULL OR valid_to > $3) ORDER BY code FOR UPDATE`,
      [tx.organizationId, unitIds, on],
    );
    await this.positions.close(tx, posts.map(({ id }) => id), on);
    await this.units.close(tx, unitIds, on);
    return posts.map(({ id }) => id);
  }

  private async register(tx: Tx, row: Omit<ReorganizationRow, 'id'>, closedPositionIds: readonly string[]): Promise<string> {
    const id = newId();
    await tx.execute(
      `INSERT INTO reorganization (organization_id, id, kind, name, effective_on, reason, target_unit_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, id, row.kind, row.name, row.effectiveOn, row.reason, row.targetUnitId],
    );
    const displaced = await tx.query<{ employeeId: string; fromPositionId: string }>(
      `INSERT INTO displaced_employee (organization_id, id, reorganization_id, employee_id, from_position_id)
       SELECT a.organization_id, gen_random_uuid(), $3, a.employee_id, a.position_id
       FROM assignment a JOIN employee e ON e.organization_id = a.organization_id AND e.id = a.employee_id
       WHERE a.organization_id = $1 AND a.position_id = ANY($2::uuid[]) AND (a.ended_on IS NULL OR a.ended_on > $4)
         AND (e.left_on IS NULL OR e.left_on > $4)
       RETURNING employee_id AS "employeeId", from_position_id AS "fromPositionId"`,
      [tx.organizationId, closedPositionIds, id, row.effectiveOn],
    );
    await this.audit.record(
      tx,
      { action: 'reorganization.register', subjectType: 'reorganization', subjectId: id, after: { ...row, positions: closedPositionIds.length, displaced: displaced.length } },
      ...displaced.map(({ employeeId, fromPositionId }) => ({
        action: 'employee.displace', subjectType: 'employee', subjectId: employeeId, after: { reorganizationId: id, fromPositionId },
      })),
    );
    return id;
  }
}

/** Codes in the plan of a merger that name no unit of the new dong, or the same one twice. */
const unknownCodes = ({ target, teams, positions }: DongMerger): readonly Fault[] => {
  const codes = [target.code, ...teams.map(({ code }) => code)];
  return [
    ...teams.flatMap(({ code, parentCode }, index) => [
      ...(codes.indexOf(code) <= index ? [{ path: `teams[${index}].code`, code: 'validation.duplicate' }] : []),
      ...(codes.slice(0, index + 1).includes(parentCode) ? [] : [{ path: `teams[${index}].parentCode`, code: 'UNIT_CODE_UNKNOWN', params: { value: parentCode } }]),
    ]),
    ...positions.flatMap(({ unitCode }, index) => (codes.includes(unitCode) ? [] : [{ path: `positions[${index}].unitCode`, code: 'UNIT_CODE_UNKNOWN', params: { value: unitCode } }])),
  ];
};
