import { BilingualField, BilingualText, BooleanField, IdField, IntField, ListField, NumberField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { CriterionValueDto } from './criterion.dto.js';
import { DepartmentFlowResponse, RunMetricsResponse } from './run.dto.js';

const OUTCOMES = ['PLACED', 'STAYED', 'UNMET', 'OUT_OF_WISH', 'EXCLUDED'] as const;

export class RequestScenariosDto {
  @ListField('text', { min: 1, max: 20, description: 'One run for each, on the frozen snapshot; each places the open phase by its mechanism' }) mechanisms!: string[];
  @ListField(() => CriterionValueDto, { optional: true, max: 100, description: 'Values that deviate from those noticed, the same for all' }) criteria?: CriterionValueDto[];
}

export class ComparisonQuery {
  @TextField({ optional: true, max: 2000, description: 'Ids of runs, joined by commas; every finished run without it' }) runs?: string;
}

export class MechanismResponse {
  @TextField() code!: string;
  @BilingualField() title!: BilingualText;
  @BilingualField({ description: 'What it gives, and what it gives up for it' }) tradeOff!: BilingualText;
  @BooleanField({ description: 'Whether nobody who may stay can lose their post' }) rightToStay!: boolean;
  @ListField('text', { description: 'What its certificate must show' }) promises!: string[];
}

export class ComparedScenarioResponse {
  @IdField() runId!: string;
  @IntField() number!: number;
  @TextField() label!: string;
  @TextField() mechanism!: string;
  @BilingualField() title!: BilingualText;
  @BilingualField({ description: 'What the mechanism gives, and what it gives up for it' }) tradeOff!: BilingualText;
  @TextField() seed!: string;
  @TextField() hash!: string;
  @NumberField() solveMs!: number;
  @BooleanField({ description: 'Made with criteria and mechanism as noticed' }) asNoticed!: boolean;
  @BooleanField({ description: 'Nothing in the result itself forbids adopting it' }) adoptable!: boolean;
  @BooleanField({ description: 'Everything that its mechanisms promise is proved' }) holds!: boolean;
  @ObjectField(() => RunMetricsResponse) metrics!: RunMetricsResponse;
  @ListField(() => DepartmentFlowResponse, { description: 'The departments that lose most, at most five' }) drained!: DepartmentFlowResponse[];
  @IntField({ description: 'Participants whose result differs from that of the base' }) differing!: number;
  @ListField(() => BilingualText, { description: 'What it gives and what it costs, in sentences' }) words!: BilingualText[];
}

export class ComparisonResponse {
  @IdField({ description: 'With which the others are compared' }) baseRunId!: string;
  @ListField(() => ComparedScenarioResponse) scenarios!: ComparedScenarioResponse[];
}

export class ScenarioOutcomeResponse {
  @OneOfField(OUTCOMES) outcome!: string;
  @IdField({ nullable: true }) positionId!: string | null;
  @IntField({ nullable: true }) obtainedRank!: number | null;
}

export class DifferenceResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IdField({ nullable: true }) fromPositionId!: string | null;
  @ObjectField(() => ScenarioOutcomeResponse) one!: ScenarioOutcomeResponse;
  @ObjectField(() => ScenarioOutcomeResponse) other!: ScenarioOutcomeResponse;
}
