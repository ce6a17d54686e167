import { UNIT_TYPES, type UnitType } from '#organization';
import { DateField, IdField, OneOfField, TextField } from '../http/fields.js';

/** The day to look at; today without it. */
export class DayQuery {
  @DateField({ optional: true, description: 'Today without it' }) on?: string;
}

/** The last day exclusive, e.g. of a closure. */
export class EndRequest {
  @DateField({ description: 'First day on which it no longer holds' }) on!: string;
}

export class CreatedResponse {
  @IdField() id!: string;
}

/** One step of a unit path. */
export class UnitLabel {
  @IdField() unitId!: string;
  @TextField() code!: string;
  @TextField() name!: string;
  @TextField({ nullable: true }) nameEn!: string | null;
  @OneOfField(UNIT_TYPES, { name: 'UnitType' }) type!: UnitType;
}
