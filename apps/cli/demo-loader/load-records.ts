import type { INestApplicationContext } from '@nestjs/common';
import type { Tx } from '#platform';
import { PlacementRecordService } from '#rounds';
import type { DemoDistrict } from '../demo-district/index.js';
import type { Ids } from './import-district.js';

/** Where dong are, where people live and where they served before. */
export const loadRecords = async (app: INestApplicationContext, tx: Tx, { facts: { records, places } }: DemoDistrict, ids: Ids): Promise<void> => {
  const kept = app.get(PlacementRecordService);
  await kept.keepPlaces(tx, places.map(({ unitCode, ...place }) => ({ ...place, unitId: ids.unit(unitCode) })));
  await kept.keep(tx, records.map(({ employeeNumber, home, service }) => ({
    employeeId: ids.employee(employeeNumber), home, service: service.map(({ unitCode, months }) => ({ unitId: ids.unit(unitCode), months })),
  })));
};
