import { Injectable } from '@nestjs/common';
import { PersonNames, type Tx } from '#platform';
import { queryEmployees } from './employee.query.js';

@Injectable()
export class OrganizationPersonNames extends PersonNames {
  override async namesOf(tx: Tx, employeeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await queryEmployees(tx, employeeIds, null);
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}
