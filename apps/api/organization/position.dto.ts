import { HEADSHIPS, type Headship } from '#organization';
import { BooleanField, DateField, IdField, IntField, ListField, OneOfField, TextField } from '../http/fields.js';
import { UnitLabel } from './common.dto.js';
import { PageQuery } from './page.js';

const GRADES = [0, 4, 5, 6, 7, 8, 9] as const;
const TENURES = [36, 60] as const;

export class PositionQuery extends PageQuery {
  @DateField({ optional: true, description: 'Today without it' }) on?: string;
  @IdField({ optional: true, description: 'The unit with everything below it' }) unitId?: string;
  @OneOfField(GRADES, { optional: true }) grade?: number;
  @TextField({ optional: true, min: 1, max: 60 }) jobSeries?: string;
  @OneOfField(HEADSHIPS, { optional: true, name: 'Headship' }) headship?: Headship;
  @BooleanField({ optional: true }) heavyWorkload?: boolean;
  @BooleanField({ optional: true }) specialist?: boolean;
  @BooleanField({ optional: true }) protectedOnly?: boolean;
  @BooleanField({ optional: true }) vacantOnly?: boolean;
  @BooleanField({ optional: true }) surplusOnly?: boolean;
  @TextField({ optional: true, min: 1, max: 100 }) text?: string;
}

/** What a post is, apart from its code and its unit. */
export class PositionFields {
  @TextField({ min: 1, max: 200 }) duty!: string;
  @TextField({ min: 1, max: 300, nullable: true }) dutyEn!: string | null;
  @TextField({ min: 1, max: 2000, nullable: true, multiline: true }) description!: string | null;
  @IntField({ min: 0, max: 1000 }) authorizedHeadcount!: number;
  @OneOfField(GRADES, { description: 'The numerically smallest grade admitted; 0 = outside the grades' }) highestGrade!: number;
  @OneOfField(GRADES) lowestGrade!: number;
  @ListField('text', { max: 20, description: 'Empty = every series' }) jobSeries!: string[];
  @ListField('text', { max: 20 }) requiredLicences!: string[];
  @OneOfField(HEADSHIPS, { nullable: true, name: 'Headship' }) headship!: Headship | null;
  @BooleanField() heavyWorkload!: boolean;
  @BooleanField() specialist!: boolean;
  @OneOfField(TENURES, { nullable: true }) specialistTenureMonths!: number | null;
  @TextField({ min: 1, max: 500, nullable: true }) protectionReason!: string | null;
  @DateField({ nullable: true }) protectedUntil!: string | null;
}

export class CreatePositionRequest extends PositionFields {
  @TextField({ min: 1, max: 40 }) code!: string;
  @IdField() unitId!: string;
  @DateField() validFrom!: string;
  @DateField({ nullable: true }) validTo!: string | null;
}

export class ChangePositionRequest {
  @IntField({ min: 1, description: 'The version that was seen' }) version!: number;
  @IdField({ optional: true }) unitId?: string;
  @TextField({ min: 1, max: 200, optional: true }) duty?: string;
  @TextField({ min: 1, max: 300, optional: true, nullable: true }) dutyEn?: string | null;
  @TextField({ min: 1, max: 2000, optional: true, nullable: true, multiline: true }) description?: string | null;
  @IntField({ min: 0, max: 1000, optional: true }) authorizedHeadcount?: number;
  @OneOfField(GRADES, { optional: true }) highestGrade?: number;
  @OneOfField(GRADES, { optional: true }) lowestGrade?: number;
  @ListField('text', { max: 20, optional: true }) jobSeries?: string[];
  @ListField('text', { max: 20, optional: true }) requiredLicences?: string[];
  @OneOfField(HEADSHIPS, { optional: true, nullable: true, name: 'Headship' }) headship?: Headship | null;
  @BooleanField({ optional: true }) heavyWorkload?: boolean;
  @BooleanField({ optional: true }) specialist?: boolean;
  @OneOfField(TENURES, { optional: true, nullable: true }) specialistTenureMonths?: number | null;
  @TextField({ min: 1, max: 500, optional: true, nullable: true }) protectionReason?: string | null;
  @DateField({ optional: true, nullable: true }) protectedUntil?: string | null;
  @DateField({ optional: true, nullable: true }) validTo?: string | null;
}

export class PositionResponse extends PositionFields {
  @IdField() id!: string;
  @TextField() code!: string;
  @IdField() unitId!: string;
  @ListField(() => UnitLabel) unitPath!: UnitLabel[];
  @IntField({ description: '현원' }) currentHeadcount!: number;
  @IntField({ description: '별도정원: holders on long leave or secondment' }) supernumerary!: number;
  @IntField({ description: '결원' }) vacancy!: number;
  @IntField({ description: '과원' }) surplus!: number;
  @DateField() validFrom!: string;
  @DateField({ nullable: true }) validTo!: string | null;
  @IntField() version!: number;
}

export class PositionPage {
  @IntField() total!: number;
  @ListField(() => PositionResponse) items!: PositionResponse[];
}

export class VersionResponse {
  @IntField() version!: number;
}

export class HolderResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
  @DateField() startedOn!: string;
}

/** How a post is called. */
export class HeldPostResponse {
  @IdField() id!: string;
  @TextField() code!: string;
  @TextField() duty!: string;
  @TextField({ nullable: true }) dutyEn!: string | null;
}
