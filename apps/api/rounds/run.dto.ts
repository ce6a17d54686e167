import { POOLS, RUN_STAGES } from '#rounds';
import { BilingualField, BilingualText, BooleanField, DateTimeField, IdField, IntField, JsonField, ListField, NumberField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { RunCertificateResponse } from './certificate.dto.js';
import { DisplacedCountResponse } from './committee.dto.js';
import { CriterionValueDto } from './criterion.dto.js';


export class RequestRunDto {
  @TextField({ min: 1, max: 80, description: 'How the scenario is called' }) label!: string;
  @TextField({ min: 1, max: 40, optional: true, description: 'That of the open phase; the one noticed without it' }) mechanism?: string;
  @TextField({ min: 1, max: 100, optional: true, nullable: true, description: 'The published seed without it; a run with another one cannot be adopted' }) seed?: string | null;
  @ListField(() => CriterionValueDto, { optional: true, max: 100, description: 'Values that deviate from those noticed' }) criteria?: CriterionValueDto[];
}

export class AdoptRunDto {
  @TextField({ min: 1, max: 1000, multiline: true }) reason!: string;
  @TextField({ min: 1, max: 80, optional: true, nullable: true, description: 'Needed when the run deviates from the criteria noticed' }) resolutionNumber?: string | null;
}

export class RunParametersResponse {
  @JsonField({ description: 'Values that deviate from those noticed: code of the criterion → value in the shape that the criterion shows' }) criteria!: Record<string, unknown>;
}

export class RunPhaseResponse {
  @OneOfField(POOLS) code!: string;
  @TextField({ optional: true, description: 'That of the first phase of this kind' }) mechanism?: string;
  @IntField() people!: number;
  @IntField() placed!: number;
}

export class FinalReadingResponse {
  @IntField({ description: 'Cases of somebody passed over at a better wish by a newcomer who stands behind them there' }) envy!: number;
  @IntField({ description: 'Cases of a better wish where a place stayed empty' }) wasted!: number;
  @BooleanField({ description: 'Some exchange would make somebody better off and nobody worse off' }) improvable!: boolean;
}

export class DepartmentFlowResponse {
  @TextField() code!: string;
  @BilingualField() name!: BilingualText;
  @IntField() leaving!: number;
  @IntField() arriving!: number;
  @IntField() vacantBefore!: number;
  @IntField() vacantAfter!: number;
}

export class RunMetricsResponse {
  @IntField() participants!: number;
  @IntField() placed!: number;
  @ListField('int', { description: 'Placed at their first, second, … choice' }) byRank!: number[];
  @IntField() stayed!: number;
  @IntField() unmet!: number;
  @IntField() outOfWish!: number;
  @IntField() excluded!: number;
  @ObjectField(() => DisplacedCountResponse) displaced!: DisplacedCountResponse;
  @IntField({ description: 'Placed by wish or out of wish' }) movers!: number;
  @IntField({ description: 'Those who had to leave their post' }) mustMove!: number;
  @IntField({ description: 'Placed where the head had requested them by name' }) mutual!: number;
  @IntField({ description: 'Places of the last phase of wishes that stayed empty' }) unfilledPlaces!: number;
  @IntField({ optional: true, description: 'People who may stay and end neither at their post nor at one they wished for' }) worseOff?: number;
  @ObjectField(() => FinalReadingResponse, { optional: true, description: 'Read alike for every mechanism' }) reading?: FinalReadingResponse;
  @ListField(() => DepartmentFlowResponse, { optional: true, description: 'Departments that somebody leaves or joins' }) departments?: DepartmentFlowResponse[];
}

export class RunResponse {
  @IdField() id!: string;
  @IdField() roundId!: string;
  @IntField() number!: number;
  @TextField() label!: string;
  @OneOfField(['QUEUED', 'RUNNING', 'DONE', 'FAILED']) state!: string;
  @TextField() mechanism!: string;
  @TextField() seed!: string;
  @ObjectField(() => RunParametersResponse) parameters!: RunParametersResponse;
  @BooleanField({ description: 'Made with the criteria as noticed' }) asNoticed!: boolean;
  @IdField({ nullable: true, description: 'The job whose progress can be watched' }) jobId!: string | null;
  @TextField({ nullable: true }) failureCode!: string | null;
  @BilingualField({ optional: true, nullable: true, description: 'HR only: a smallest set of constraints that cannot be kept together' }) failureText?: BilingualText | null;
  @TextField({ nullable: true }) inputHash!: string | null;
  @TextField({ nullable: true, description: 'SHA-256; a replay gives the same' }) hash!: string | null;
  @ListField(() => RunPhaseResponse, { nullable: true }) phases!: RunPhaseResponse[] | null;
  @ObjectField(() => RunMetricsResponse, { nullable: true }) metrics!: RunMetricsResponse | null;
  @NumberField({ nullable: true }) solveMs!: number | null;
  @DateTimeField() requestedAt!: Date;
  @DateTimeField({ nullable: true }) startedAt!: Date | null;
  @DateTimeField({ nullable: true }) finishedAt!: Date | null;
}

export class RunDetailResponse extends RunResponse {
  @ObjectField(() => RunCertificateResponse, { nullable: true, description: 'What a third person can check' }) certificate!: RunCertificateResponse | null;
}

export class RunEventResponse {
  @IdField() runId!: string;
  @OneOfField(['QUEUED', 'RUNNING', 'DONE', 'FAILED']) state!: string;
  @OneOfField(RUN_STAGES) stage!: string;
  @OneOfField(POOLS, { nullable: true, description: 'The phase being placed' }) phase!: string | null;
  @NumberField({ description: '0–1' }) share!: number;
  @TextField({ nullable: true }) failureCode!: string | null;
}

export class ReplayResponse {
  @IdField() runId!: string;
  @TextField() hash!: string;
  @TextField() replayedHash!: string;
  @BooleanField() same!: boolean;
}

export class OutcomeLineResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @OneOfField(['PLACED', 'STAYED', 'UNMET', 'OUT_OF_WISH', 'EXCLUDED']) outcome!: string;
  @IdField({ nullable: true }) fromPositionId!: string | null;
  @IdField({ nullable: true }) toPositionId!: string | null;
  @IntField({ nullable: true }) obtainedRank!: number | null;
  @OneOfField(POOLS, { nullable: true }) phase!: string | null;
}

export class ViolationResponse {
  @IdField() id!: string;
  @TextField() ruleCode!: string;
  @BilingualField() title!: BilingualText;
  @BilingualField() text!: BilingualText;
  @IdField({ nullable: true }) unitId!: string | null;
  @ListField('id') employeeIds!: string[];
  @OneOfField(['OPEN', 'RESOLVED', 'ACCEPTED']) state!: string;
  @TextField({ nullable: true, max: 1000, multiline: true }) resolutionText!: string | null;
}
