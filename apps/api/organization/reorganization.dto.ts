import { REORGANIZATION_KINDS, UNIT_TYPES, type ReorganizationKind, type UnitType } from '#organization';
import { BooleanField, DateField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { PositionFields } from './position.dto.js';

export class MergedDongRequest {
  @TextField({ min: 1, max: 40 }) code!: string;
  @TextField({ min: 1, max: 100 }) name!: string;
  @TextField({ min: 1, max: 200, nullable: true }) nameEn!: string | null;
  @IdField({ nullable: true }) parentId!: string | null;
}

export class MergedTeamRequest {
  @TextField({ min: 1, max: 40 }) code!: string;
  @TextField({ min: 1, max: 100 }) name!: string;
  @TextField({ min: 1, max: 200, nullable: true }) nameEn!: string | null;
  @OneOfField(UNIT_TYPES, { name: 'UnitType' }) type!: UnitType;
  @TextField({ min: 1, max: 40, description: 'The new dong or an earlier team of this list' }) parentCode!: string;
}

export class MergedPositionRequest extends PositionFields {
  @TextField({ min: 1, max: 40 }) code!: string;
  @TextField({ min: 1, max: 40, description: 'The new dong or one of its teams' }) unitCode!: string;
}

export class DongMergerRequest {
  @TextField({ min: 1, max: 200 }) name!: string;
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
  @DateField() effectiveOn!: string;
  @ListField('id', { min: 2, max: 10 }) sourceUnitIds!: string[];
  @ObjectField(() => MergedDongRequest) target!: MergedDongRequest;
  @ListField(() => MergedTeamRequest, { max: 50 }) teams!: MergedTeamRequest[];
  @ListField(() => MergedPositionRequest, { max: 200 }) positions!: MergedPositionRequest[];
}

export class UnitAbolitionRequest {
  @TextField({ min: 1, max: 200 }) name!: string;
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
  @DateField() effectiveOn!: string;
  @IdField() unitId!: string;
}

export class ReorganizationResponse {
  @IdField() id!: string;
  @OneOfField(REORGANIZATION_KINDS, { name: 'ReorganizationKind' }) kind!: ReorganizationKind;
  @TextField() name!: string;
  @DateField() effectiveOn!: string;
  @TextField() reason!: string;
  @IdField({ nullable: true }) targetUnitId!: string | null;
}

export class DisplacedResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
  @IdField() fromPositionId!: string;
  @BooleanField({ description: 'An order has since posted the person elsewhere' }) posted!: boolean;
}

export class ReorganizationDetailResponse extends ReorganizationResponse {
  @ListField(() => DisplacedResponse) displaced!: DisplacedResponse[];
}
