import { Injectable } from '@nestjs/common';
import { DerivedRoles, type DerivedRole } from './derived-roles.js';
import { PersonNames } from './person-names.js';

/** Where no organisation room is present (a test of this room alone), nobody is a manager. */
@Injectable()
export class NoDerivedRoles extends DerivedRoles {
  override async rolesOf(): Promise<readonly DerivedRole[]> {
    return [];
  }
}

/** Where no organisation room is present, people have numbers only. */
@Injectable()
export class NoPersonNames extends PersonNames {
  override async namesOf(): Promise<ReadonlyMap<string, string>> {
    return new Map();
  }
}
