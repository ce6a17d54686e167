import { BilingualText, IdField, IntField, ListField, NumberField, ObjectField, TextField } from '../http/fields.js';
import { CriterionValueDto } from './criterion.dto.js';
import { RunMetricsResponse } from './run.dto.js';
import { DifferenceResponse } from './scenario.dto.js';

export class PlaceChangeDto {
  @IdField() positionId!: string;
  @IntField({ min: -50, max: 50, description: 'Places more, or fewer, than authorised' }) change!: number;
}

export class WhatIfDto {
  @IdField({ optional: true, nullable: true, description: 'The finished run from which it departs; the newest made as noticed without it' }) runId?: string | null;
  @ListField(() => PlaceChangeDto, { optional: true, max: 50 }) places?: PlaceChangeDto[];
  @ListField(() => CriterionValueDto, { optional: true, max: 100, description: 'Other weights, other rules' }) criteria?: CriterionValueDto[];
  @TextField({ min: 1, max: 40, optional: true, nullable: true, description: 'Another mechanism for the open phase' }) mechanism?: string | null;
}

export class WhatIfResponse {
  @IdField() baseRunId!: string;
  @ObjectField(() => RunMetricsResponse) before!: RunMetricsResponse;
  @ObjectField(() => RunMetricsResponse) after!: RunMetricsResponse;
  @ListField(() => BilingualText, { description: 'What the change gives and what it costs' }) words!: BilingualText[];
  @ListField(() => DifferenceResponse, { description: 'Whose result would differ: one = in the run, other = with the change' }) people!: DifferenceResponse[];
  @NumberField({ description: 'Milliseconds' }) tookMs!: number;
}
