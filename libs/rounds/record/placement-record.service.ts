import { Injectable } from '@nestjs/common';
import type { Fault } from '#contracts';
import { AuditService, Clock, refuseIfFaulty, type Tx } from '#platform';
import { coarse, type Place } from './distance.js';

/** What the personnel card says beyond the postings kept here: where somebody lives, and earlier service. */
export interface RecordInput {
  readonly employeeId: string;
  readonly home: Place | null;
  /** Months served in departments before the postings kept here. */
  readonly service: readonly { readonly unitId: string; readonly months: number }[];
}

export interface UnitPlaceInput extends Place {
  readonly unitId: string;
}

/** The data of points that differ from post to post. Homes are HR's alone, and coarse. */
@Injectable()
export class PlacementRecordService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Keeps each person's record instead of the one before. @throws JariError VALIDATION_FAILED with NOT_FOUND for every unknown person or unit, validation.duplicate */
  async keep(tx: Tx, records: readonly RecordInput[]): Promise<void> {
    const people = await this.known(tx, 'employee', records.map(({ employeeId }) => employeeId));
    const units = await this.known(tx, 'org_unit', records.flatMap(({ service }) => service.map(({ unitId }) => unitId)));
    const seen = new Set<string>();
    refuseIfFaulty(records.flatMap(({ employeeId, service }, index): Fault[] => {
      const path = `records[${index}]`;
      const faults: Fault[] = people.has(employeeId) ? [] : [{ path: `${path}.employeeId`, code: 'NOT_FOUND' }];
      if (seen.has(employeeId)) faults.push({ path: `${path}.employeeId`, code: 'validation.duplicate' });
      seen.add(employeeId);
      return [...faults, ...service.flatMap(({ unitId }, at) => (units.has(unitId) ? [] : [{ path: `${path}.service[${at}].unitId`, code: 'NOT_FOUND' }]))];
    }));
    await tx.execute(
      `INSERT INTO placement_record (organization_id, employee_id, home_latitude, home_longitude, service, recorded_at)
       SELECT $1, r."employeeId", r.latitude, r.longitude, r.service, $2
       FROM jsonb_to_recordset($3::jsonb) AS r("employeeId" uuid, latitude double precision, longitude double precision, service jsonb)
       ON CONFLICT (organization_id, employee_id) DO UPDATE SET
         home_latitude = EXCLUDED.home_latitude, home_longitude = EXCLUDED.home_longitude, service = EXCLUDED.service, recorded_at = EXCLUDED.recorded_at`,
      [tx.organizationId, this.clock.now(), JSON.stringify(records.map(({ employeeId, home, service }) => ({ employeeId, ...(home && coarse(home)), service })))]);
    // Where somebody lives stands in no log.
    await this.audit.record(tx, ...records.map(({ employeeId }) => ({ action: 'placementRecord.keep', subjectType: 'employee', subjectId: employeeId })));
  }

  /** Where units are, for the distance to those who live away. @throws JariError VALIDATION_FAILED with NOT_FOUND for every unknown unit */
  async keepPlaces(tx: Tx, places: readonly UnitPlaceInput[]): Promise<void> {
    const units = await this.known(tx, 'org_unit', places.map(({ unitId }) => unitId));
    refuseIfFaulty(places.flatMap(({ unitId }, index) => (units.has(unitId) ? [] : [{ path: `places[${index}].unitId`, code: 'NOT_FOUND' }])));
    await tx.execute(
      `INSERT INTO unit_place (organization_id, unit_id, latitude, longitude)
       SELECT DISTINCT ON (p."unitId") $1::uuid, p."unitId", p.latitude, p.longitude
       FROM jsonb_to_recordset($2::jsonb) AS p("unitId" uuid, latitude double precision, longitude double precision)
       ON CONFLICT (organization_id, unit_id) DO UPDATE SET latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude`,
      [tx.organizationId, JSON.stringify(places)]);
    await this.audit.record(tx, { action: 'unitPlace.keep', subjectType: 'organization', subjectId: tx.organizationId, after: { units: places.length } });
  }

  private async known(tx: Tx, table: 'employee' | 'org_unit', ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM ${table === 'employee' ? 'employee' : 'org_unit'} WHERE organization_id = $1 AND id = ANY($2::uuid[])`, [tx.organizationId, [...new Set(ids)]]);
    return new Set(rows.map(({ id }) => id));
  }
}
