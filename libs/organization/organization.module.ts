import { Module } from '@nestjs/common';
import { AbsenceService } from './absence/absence.service.js';
import { AssignmentService } from './assignment/assignment.service.js';
import { PlannedAssignmentService } from './assignment/planned-assignment.service.js';
import { CircumstanceService } from './circumstance/circumstance.service.js';
import { EmployeeService } from './employee/employee.service.js';
import { ExportService } from './export/export.service.js';
import { EmployeeImporter } from './import/apply/employee-importer.js';
import { PositionImporter } from './import/apply/position-importer.js';
import { UnitImporter } from './import/apply/unit-importer.js';
import { ImportService } from './import/import.service.js';
import { ImporterRegistry } from './import/importer-registry.js';
import { ORGANIZATION_JOB_HANDLERS } from './jobs.js';
import { PositionService } from './position/position.service.js';
import { RelationService } from './relation/relation.service.js';
import { ReorganizationService } from './reorganization/reorganization.service.js';
import { OrgUnitService } from './unit/org-unit.service.js';

const SERVICES = [
  OrgUnitService, PositionService, EmployeeService, AssignmentService, PlannedAssignmentService, AbsenceService, CircumstanceService, RelationService,
  ReorganizationService, ImportService, ExportService,
];

/** Needs the platform module and a job queue beside it. */
@Module({
  providers: [...SERVICES, UnitImporter, PositionImporter, EmployeeImporter, ImporterRegistry, ...ORGANIZATION_JOB_HANDLERS],
  exports: SERVICES,
})
export class OrganizationModule {}
