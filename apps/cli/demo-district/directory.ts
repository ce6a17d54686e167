import { type DemoEmployee, type DemoPosition, type DemoUnit } from './model.js';

/** Look-ups over the rows of a district. */
export interface Directory {
  unit(code: string): DemoUnit;
  position(code: string): DemoPosition;
  employee(employeeNumber: string): DemoEmployee;
  /** The department, dong or bureau that answers for a unit: of a team its division, otherwise the unit itself. */
  division(unitCode: string): DemoUnit;
  divisionOfPosition(code: string): DemoUnit;
  /** The bureau above a unit; a unit without a bureau stands for itself. */
  bureauCode(unitCode: string): string;
  /** People posted to a position, in order of their numbers. */
  holders(positionCode: string): readonly DemoEmployee[];
}

function need<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`nothing has the code ${key}`);
  return value;
}

/** @throws RangeError from each look-up of a code that no row has. */
export function directory(rows: {
  units: readonly DemoUnit[]; positions: readonly DemoPosition[]; employees: readonly DemoEmployee[];
}): Directory {
  const units = new Map(rows.units.map((row) => [row.code, row]));
  const positions = new Map(rows.positions.map((row) => [row.code, row]));
  const employees = new Map(rows.employees.map((row) => [row.employeeNumber, row]));
  const holders = new Map<string, DemoEmployee[]>();
  for (const employee of rows.employees) {
    const list = holders.get(employee.positionCode) ?? [];
    list.push(employee);
    holders.set(employee.positionCode, list);
  }
  const division = (code: string): DemoUnit => {
    const unit = need(units, code);
    return unit.type === 'TEAM' && unit.parentCode !== null ? need(units, unit.parentCode) : unit;
  };
  return {
    unit: (code) => need(units, code),
    position: (code) => need(positions, code),
    employee: (number) => need(employees, number),
    division,
    divisionOfPosition: (code) => division(need(positions, code).unitCode),
    bureauCode: (code) => division(code).parentCode ?? division(code).code,
    holders: (code) => holders.get(code) ?? [],
  };
}
