import { Module } from '@nestjs/common';
import { OrganizationModule } from '#organization';
import { CircumstanceController } from './circumstance.controller.js';
import { EmployeeController } from './employee.controller.js';
import { ImportController } from './import.controller.js';
import { OrgUnitController } from './org-unit.controller.js';
import { OwnEmployeeController } from './own-employee.controller.js';
import { PositionController } from './position.controller.js';
import { PostingController } from './posting.controller.js';
import { ReorganizationController } from './reorganization.controller.js';

/** Units, posts, staff, imports and exports. */
@Module({
  imports: [OrganizationModule],
  controllers: [
    OrgUnitController, PositionController, EmployeeController, OwnEmployeeController, PostingController, CircumstanceController, ReorganizationController,
    ImportController,
  ],
})
export class OrganizationApiModule {}
