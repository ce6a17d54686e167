import { CIRCUMSTANCE_KINDS, RELATION_KINDS, type CircumstanceKind, type RelationKind } from '#organization';
import { DateField, IdField, OneOfField, TextField } from '../http/fields.js';

export class CreateCircumstanceRequest {
  @OneOfField(CIRCUMSTANCE_KINDS, { name: 'CircumstanceKind' }) kind!: CircumstanceKind;
  @DateField() validFrom!: string;
  @DateField({ nullable: true, description: 'Exclusive; null = open' }) validUntil!: string | null;
  @TextField({ min: 1, max: 60 }) caseNumber!: string;
  @TextField({ min: 1, max: 2000, nullable: true, multiline: true }) note!: string | null;
}

export class CircumstanceResponse extends CreateCircumstanceRequest {
  @IdField() id!: string;
  @IdField() employeeId!: string;
}

export class CaseQuery {
  @TextField({ min: 1, max: 60 }) caseNumber!: string;
}

export class CreateRelationRequest {
  @IdField() employeeId!: string;
  @IdField() otherEmployeeId!: string;
  @OneOfField(RELATION_KINDS, { name: 'RelationKind' }) kind!: RelationKind;
  @TextField({ min: 1, max: 500, nullable: true, multiline: true }) note!: string | null;
}

export class RelationResponse {
  @IdField() id!: string;
  @IdField() employeeAId!: string;
  @IdField() employeeBId!: string;
  @OneOfField(RELATION_KINDS, { name: 'RelationKind' }) kind!: RelationKind;
  @TextField({ nullable: true }) note!: string | null;
}
