import { UNIT_TYPES, type UnitType } from '#organization';
import { DateField, IdField, OneOfField, TextField } from '../http/fields.js';
import { UnitLabel } from './common.dto.js';

export class OrgUnitResponse extends UnitLabel {
  @IdField({ nullable: true }) parentId!: string | null;
  @DateField() validFrom!: string;
  @DateField({ nullable: true, description: 'Exclusive; null = open' }) validTo!: string | null;
}

export class CreateOrgUnitRequest {
  @TextField({ min: 1, max: 40 }) code!: string;
  @TextField({ min: 1, max: 100 }) name!: string;
  @TextField({ min: 1, max: 200, nullable: true }) nameEn!: string | null;
  @OneOfField(UNIT_TYPES, { name: 'UnitType' }) type!: UnitType;
  @IdField({ nullable: true }) parentId!: string | null;
  @DateField() validFrom!: string;
}

export class ChangeOrgUnitRequest {
  @DateField({ description: 'From this day on' }) from!: string;
  @TextField({ min: 1, max: 100, optional: true }) name?: string;
  @TextField({ min: 1, max: 200, optional: true, nullable: true }) nameEn?: string | null;
  @OneOfField(UNIT_TYPES, { name: 'UnitType', optional: true }) type?: UnitType;
  @IdField({ optional: true, nullable: true }) parentId?: string | null;
}
