import type { INestApplicationContext } from '@nestjs/common';
import { ImportService, type ImportKind } from '#organization';
import type { Tx } from '#platform';
import { applyFile, checkFile } from '../application/import-file.js';
import type { DemoDistrict } from '../demo-district/index.js';

/**
 * Units, positions and staff through the product's own import, checked and applied at once instead of by a job.
 * @throws Error when the generated files have a fault
 */
export const importDistrict = async (app: INestApplicationContext, tx: Tx, district: DemoDistrict): Promise<void> => {
  const imports = app.get(ImportService);
  const files: readonly (readonly [ImportKind, string, string])[] = [
    ['UNITS', 'units.csv', district.unitsCsv], ['POSITIONS', 'positions.csv', district.positionsCsv], ['EMPLOYEES', 'employees.csv', district.employeesCsv],
  ];
  for (const [kind, fileName, content] of files) {
    const checked = await checkFile(imports, tx, { kind, fileName, content: new TextEncoder().encode(content) });
    const { state, faultCount } = checked.state === 'CHECKED' ? await applyFile(imports, tx, checked) : checked;
    if (state !== 'APPLIED') throw new Error(`The demo district's ${kind} cannot be imported: ${state}, ${faultCount} faults`);
  }
};

/** Row ids by code, to say in the product's words what the generator says in codes. */
export interface Ids {
  employee(number: string): string;
  position(code: string): string;
  unit(code: string): string;
  account(number: string): string;
}

export const readIds = async (tx: Tx): Promise<Ids> => {
  const read = async (sql: string): Promise<(code: string) => string> => {
    const rows = await tx.query<{ code: string; id: string }>(sql, [tx.organizationId]);
    const ids = new Map(rows.map(({ code, id }) => [code, id]));
    return (code) => {
      const id = ids.get(code);
      if (id === undefined) throw new RangeError(`nothing was imported as ${code}`);
      return id;
    };
  };
  return {
    employee: await read('SELECT employee_number AS code, id FROM employee WHERE organization_id = $1'),
    position: await read('SELECT code, id FROM position WHERE organization_id = $1'),
    unit: await read('SELECT code, id FROM org_unit WHERE organization_id = $1'),
    account: await read('SELECT sign_in_name AS code, id FROM account WHERE organization_id = $1'),
  };
};
