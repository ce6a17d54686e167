import { UNIT_TYPES } from '#organization';
import { DateField, IdField, ListField, OneOfField, TextField } from '../http/fields.js';

export class UnitStepResponse {
  @IdField() id!: string;
  @TextField() code!: string;
  @TextField() name!: string;
  @TextField({ nullable: true }) nameEn!: string | null;
  @OneOfField(UNIT_TYPES) type!: string;
}

/** A post by name, for lists that point at it. */
export class PostLabelResponse {
  @IdField() id!: string;
  @TextField() code!: string;
  @TextField() duty!: string;
  @TextField({ nullable: true }) dutyEn!: string | null;
  @ListField(() => UnitStepResponse, { description: 'From the top of the organisation down to the unit of the post' })
  unitPath!: UnitStepResponse[];
  @DateField({ nullable: true, description: 'First day without the post' }) validTo!: string | null;
}
