import { EmployeeAbsence } from './absence/employee-absence.entity.js';
import { Assignment } from './assignment/assignment.entity.js';
import { PlannedAssignment } from './assignment/planned-assignment.entity.js';
import { EmployeeCircumstance } from './circumstance/employee-circumstance.entity.js';
import { Employee } from './employee/employee.entity.js';
import { ImportBatch } from './import/import-batch.entity.js';
import { Position } from './position/position.entity.js';
import { EmployeeRelation } from './relation/employee-relation.entity.js';
import { DisplacedEmployee } from './reorganization/displaced-employee.entity.js';
import { Reorganization } from './reorganization/reorganization.entity.js';
import { OrgUnitVersion } from './unit/org-unit-version.entity.js';
import { OrgUnit } from './unit/org-unit.entity.js';

/** Every table of this room. */
export const ORGANIZATION_ENTITIES = [
  OrgUnit,
  OrgUnitVersion,
  Position,
  Employee,
  EmployeeAbsence,
  EmployeeCircumstance,
  EmployeeRelation,
  Assignment,
  PlannedAssignment,
  Reorganization,
  DisplacedEmployee,
  ImportBatch,
] as const;
