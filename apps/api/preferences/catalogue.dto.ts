import { UNIT_TYPES, type UnitType } from '#organization';
import { CATALOGUE_SORTS, DEMAND_BANDS, HEADSHIP_FILTERS, type CatalogueFilter, type CatalogueSort, type DemandBand, type HeadshipFilter } from '#preferences';
import { BilingualField, BilingualText, BooleanField, DateField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { UnitStepResponse } from './post-label.dto.js';

const GRADES = [0, 4, 5, 6, 7, 8, 9] as const;

export class CatalogueFilterDto implements CatalogueFilter {
  @IdField({ optional: true, description: 'The unit or any unit below it' }) unitId?: string;
  @OneOfField(UNIT_TYPES, { optional: true, description: 'The type of the unit or of one above it' }) unitType?: UnitType;
  @OneOfField(GRADES, { optional: true, description: 'Posts whose grade band admits this grade; 0 = outside the grades' }) grade?: number;
  @TextField({ optional: true, min: 1, max: 40 }) jobSeries?: string;
  @OneOfField(HEADSHIP_FILTERS, { optional: true }) headship?: HeadshipFilter;
  @BooleanField({ optional: true }) heavyWorkload?: boolean;
  @BooleanField({ optional: true }) specialist?: boolean;
  @BooleanField({ optional: true }) vacantOnly?: boolean;
  @BooleanField({ optional: true, description: 'Posts I qualify for' }) qualifiesOnly?: boolean;
  @BooleanField({ optional: true }) favouritesOnly?: boolean;
  @TextField({ optional: true, max: 100, description: 'Part of the duty, the code or a unit name, in either language' }) text?: string;
}

export class CatalogueQueryDto extends CatalogueFilterDto {
  @OneOfField(CATALOGUE_SORTS, { optional: true }) sort?: CatalogueSort;
  @IntField({ optional: true, min: 1, max: 100_000 }) page?: number;
  @IntField({ optional: true, min: 1, max: 200 }) pageSize?: number;
}

export class HindranceResponse {
  @TextField() code!: string;
  @BilingualField() title!: BilingualText;
  @BilingualField() reason!: BilingualText;
}

export class CataloguePostResponse {
  @IdField() id!: string;
  @TextField() code!: string;
  @TextField() duty!: string;
  @TextField({ nullable: true }) dutyEn!: string | null;
  @ListField(() => UnitStepResponse) unitPath!: UnitStepResponse[];
  @IntField() highestGrade!: number;
  @IntField() lowestGrade!: number;
  @ListField('text') jobSeries!: string[];
  @ListField('text') requiredLicences!: string[];
  @OneOfField(['DEPARTMENT_HEAD', 'TEAM_LEAD', 'DONG_HEAD'], { nullable: true }) headship!: string | null;
  @BooleanField() heavyWorkload!: boolean;
  @BooleanField() specialist!: boolean;
  @IntField({ nullable: true }) specialistTenureMonths!: number | null;
  @DateField({ nullable: true }) protectedUntil!: string | null;
  @DateField() validFrom!: string;
  @DateField({ nullable: true }) validTo!: string | null;
  @IntField() authorizedHeadcount!: number;
  @IntField() vacancies!: number;
  @OneOfField(DEMAND_BANDS, { nullable: true, description: 'Of the last round: NONE 0, LOW 1–2, MEDIUM 3–5, HIGH 6 and more people; null before the first' })
  demand!: DemandBand | null;
  @BooleanField() favourite!: boolean;
  @BooleanField({ nullable: true, description: 'Structural fit; tenure and quotas are decided by a round' }) qualifies!: boolean | null;
  @ListField(() => HindranceResponse, { description: 'Every rule in the way' }) hindrances!: HindranceResponse[];
}

export class CataloguePostDetailResponse extends CataloguePostResponse {
  @TextField({ nullable: true, multiline: true }) description!: string | null;
}

export class DemandSourceResponse {
  @TextField() label!: string;
  @DateField() recordedOn!: string;
}

export class CataloguePageResponse {
  @ListField(() => CataloguePostResponse) items!: CataloguePostResponse[];
  @IntField() total!: number;
  @IntField() page!: number;
  @IntField() pageSize!: number;
  @ObjectField(() => DemandSourceResponse, { nullable: true }) demandFrom!: DemandSourceResponse | null;
}
