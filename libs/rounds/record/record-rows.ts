import type { Tx } from '#platform';
import { kilometres, type Place } from './distance.js';

/** What the records say of one person, by unit id. */
export interface PersonRecord {
  readonly home: Place | null;
  readonly service: readonly { readonly unitId: string; readonly months: number }[];
}

export interface Records {
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** Where units are, by unit id. */
  readonly places: ReadonlyMap<string, Place>;
}

export const loadRecords = async (tx: Tx): Promise<Records> => {
  const people = await tx.query<{ employeeId: string; latitude: number | null; longitude: number | null; service: PersonRecord['service'] }>(
    `SELECT employee_id AS "employeeId", home_latitude AS latitude, home_longitude AS longitude, service FROM placement_record WHERE organization_id = $1`, [tx.organizationId]);
  const places = await tx.query<Place & { unitId: string }>('SELECT unit_id AS "unitId", latitude, longitude FROM unit_place WHERE organization_id = $1', [tx.organizationId]);
  return {
    people: new Map(people.map(({ employeeId, latitude, longitude, service }) => [employeeId, { home: latitude === null || longitude === null ? null : { latitude, longitude }, service }])),
    places: new Map(places.map(({ unitId, latitude, longitude }) => [unitId, { latitude, longitude }])),
  };
};

/** Whole kilometres from home to each unit whose place is known, by unit id; empty without a home. */
export const commutes = ({ places }: Records, record: PersonRecord | undefined): ReadonlyMap<string, number> => {
  const home = record?.home ?? null;
  return new Map(home === null ? [] : [...places].map(([unitId, place]) => [unitId, kilometres(home, place)]));
};
