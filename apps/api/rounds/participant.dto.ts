import { CIRCUMSTANCE_KINDS, type CircumstanceKind } from '#organization';
import { DateTimeField, IdField, ListField, OneOfField, TextField } from '../http/fields.js';
import { WishDto } from '../preferences/wish-list.dto.js';

export class SettleDisputeDto {
  @TextField({ min: 1, max: 1000, multiline: true, description: 'What was corrected, or why nothing was' }) text!: string;
}

export class HardshipAmendmentDto {
  @IdField() employeeId!: string;
  @OneOfField(CIRCUMSTANCE_KINDS) ground!: CircumstanceKind;
  @TextField({ min: 1, max: 1000, multiline: true, description: 'HR only' }) reason!: string;
  @DateTimeField({ description: 'Until when the person may file anew' }) closesAt!: string;
  @ListField(() => WishDto, { optional: true, nullable: true, max: 50, description: 'The new list, filed on the person\'s behalf' }) wishes?: WishDto[] | null;
}
