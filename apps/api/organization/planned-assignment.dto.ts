import { PLANNED_ASSIGNMENT_STATES, type PlannedAssignmentState } from '#organization';
import { DateField, IdField, OneOfField, TextField } from '../http/fields.js';

export class CreatePlannedAssignmentRequest {
  @IdField() employeeId!: string;
  @IdField() positionId!: string;
  @DateField() effectiveOn!: string;
}

export class PlannedAssignmentResponse extends CreatePlannedAssignmentRequest {
  @IdField() id!: string;
  @TextField() source!: string;
  @IdField({ nullable: true }) sourceId!: string | null;
  @OneOfField(PLANNED_ASSIGNMENT_STATES, { name: 'PlannedAssignmentState' }) state!: PlannedAssignmentState;
}
