import { ROUND_STATES, type RoundInput } from '#rounds';
import { BilingualField, BilingualText, DateField, DateTimeField, IdField, IntField, ListField, OneOfField, TextField } from '../http/fields.js';
import { CriterionValueDto } from './criterion.dto.js';

const KINDS = ['REGULAR', 'AD_HOC'] as const;

export class RoundDto {
  @TextField({ min: 1, max: 80 }) name!: string;
  @OneOfField(KINDS) kind!: (typeof KINDS)[number];
  @TextField({ min: 1, max: 80, optional: true, nullable: true, description: 'Number of the personnel committee\'s resolution' }) resolutionNumber?: string | null;
  @DateField({ optional: true, nullable: true }) resolvedOn?: string | null;
  @DateField({ optional: true, nullable: true, description: 'Day of the notice' }) noticeOn?: string | null;
  @DateTimeField() opensAt!: string;
  @DateTimeField({ description: 'Deadline; filing closes by itself' }) closesAt!: string;
  @DateField({ description: 'Facts are measured on this day' }) cutOffOn!: string;
  @DateField({ description: 'When people learn their result' }) resultsOn!: string;
  @DateField({ description: 'When the orders take effect' }) effectiveOn!: string;
  @TextField({ min: 1, max: 100, optional: true, nullable: true, description: 'Seed of the lottery, published with the notice; drawn without one' }) seed?: string | null;
  @ListField(() => CriterionValueDto, { optional: true, max: 100, description: 'Values for this round only' }) criteria?: CriterionValueDto[];
  @BilingualField({ optional: true, nullable: true, description: 'Legal basis of those values' }) criteriaBasis?: BilingualText | null;
}

export class ChangeRoundDto extends RoundDto {
  @IntField({ min: 0, description: 'The version last read' }) version!: number;
}

export class ReasonDto {
  @TextField({ min: 1, max: 1000, multiline: true, description: 'Everyone concerned reads it' }) reason!: string;
}

export class GoBackDto extends ReasonDto {
  @DateTimeField({ optional: true, nullable: true, description: 'The new deadline when filing is reopened' }) closesAt?: string | null;
}

export const toRoundInput = (dto: RoundDto): RoundInput => ({
  name: dto.name, kind: dto.kind, resolutionNumber: dto.resolutionNumber ?? null, resolvedOn: dto.resolvedOn ?? null, noticeOn: dto.noticeOn ?? null,
  opensAt: new Date(dto.opensAt), closesAt: new Date(dto.closesAt), cutOffOn: dto.cutOffOn, resultsOn: dto.resultsOn, effectiveOn: dto.effectiveOn,
  seed: dto.seed ?? null, criteria: dto.criteria ?? [], criteriaBasis: dto.criteriaBasis ?? null,
});

export class RoundResponse {
  @IdField() id!: string;
  @TextField() name!: string;
  @OneOfField(KINDS) kind!: string;
  @OneOfField(ROUND_STATES) state!: string;
  @IntField() version!: number;
  @TextField({ nullable: true }) resolutionNumber!: string | null;
  @DateField({ nullable: true }) resolvedOn!: string | null;
  @DateField({ nullable: true }) noticeOn!: string | null;
  @DateTimeField() opensAt!: Date;
  @DateTimeField() closesAt!: Date;
  @DateField() cutOffOn!: string;
  @DateField() resultsOn!: string;
  @DateField() effectiveOn!: string;
  @TextField({ description: 'The published seed of the lottery' }) seed!: string;
  @IdField({ nullable: true }) adoptedRunId!: string | null;
  @DateTimeField({ nullable: true }) snapshotAt!: Date | null;
  @DateTimeField({ nullable: true }) approvedAt!: Date | null;
  @DateField({ nullable: true }) issuedOn!: string | null;
}

export class StateChangeResponse {
  @OneOfField(ROUND_STATES, { nullable: true }) fromState!: string | null;
  @OneOfField(ROUND_STATES) toState!: string;
  @TextField({ nullable: true, max: 1000, multiline: true }) reason!: string | null;
  @DateTimeField() occurredAt!: Date;
}
