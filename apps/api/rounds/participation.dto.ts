import { BilingualField, BilingualText, BooleanField, DateTimeField, IdField, IntField, JsonField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';

export const PARTICIPANT_STATES = ['SNAPSHOT', 'PLACED', 'STAYED', 'UNMET', 'OUT_OF_WISH', 'EXCLUDED'] as const;
export const FACT_CHECKS = ['UNCONFIRMED', 'CONFIRMED', 'DISPUTED', 'SETTLED'] as const;

export class RuleTextResponse {
  @TextField() code!: string;
  @BilingualField() text!: BilingualText;
}

/** The facts a person verifies. Where people stay whom they must not serve with is no part of it. */
export class FactsResponse {
  @TextField() employeeNumber!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
  @ListField('text') licences!: string[];
  @TextField() appointmentType!: string;
  @TextField({ nullable: true }) postCode!: string | null;
  @IntField() tenureMonths!: number;
  @IntField() sideMonths!: number;
  @BooleanField() inDong!: boolean;
  @IntField() heavyWorkloadMonths!: number;
  @IntField({ nullable: true }) specialistTermMonths!: number | null;
  @TextField({ nullable: true }) away!: string | null;
  @BooleanField() returner!: boolean;
  @BooleanField() displaced!: boolean;
  @ListField('text') hardship!: string[];
  @BooleanField() priorityFromLastRound!: boolean;
  @JsonField({ optional: true, schema: { additionalProperties: { type: 'integer' } }, description: 'Months served in each department or dong, now or before, by its code' }) experience?: Record<string, number>;
  @JsonField({ optional: true, schema: { additionalProperties: { type: 'integer' } }, description: 'Kilometres from home to each dong, by its code' }) commuteKm?: Record<string, number>;
}

export class ScorePartResponse {
  @TextField() code!: string;
  @BilingualField() title!: BilingualText;
  @IntField() points!: number;
}

export class TakenWishResponse {
  @IntField({ min: 1, max: 5 }) choiceRank!: number;
  @IdField() positionId!: string;
  @BilingualField() post!: BilingualText;
  @TextField() reasonCode!: string;
  @ObjectField(() => RuleTextResponse, { nullable: true, description: 'Why it cannot be granted' }) ineligible!: RuleTextResponse | null;
  @ListField(() => RuleTextResponse) warnings!: RuleTextResponse[];
  @IntField({ nullable: true }) score!: number | null;
}

export class OwnTakenWishResponse extends TakenWishResponse {
  @ListField(() => ScorePartResponse) scoreParts!: ScorePartResponse[];
}

export class WishExplanationResponse {
  @IntField() choiceRank!: number;
  @TextField() seatCode!: string;
  @BilingualField() seat!: BilingualText;
  @OneOfField(['OBTAINED', 'NOT_REACHED', 'INELIGIBLE', 'NOT_NEEDED']) standing!: string;
  @BilingualField() text!: BilingualText;
  @ListField(() => RuleTextResponse) warnings!: RuleTextResponse[];
  @IntField({ nullable: true }) places!: number | null;
  @IntField({ nullable: true }) score!: number | null;
  @IntField({ nullable: true, description: 'Lowest score placed; hidden below five people' }) cutoff!: number | null;
  @IntField({ nullable: true }) ahead!: number | null;
  @BooleanField() lottery!: boolean;
  @IntField({ nullable: true, description: 'So many more points would have been enough; hidden like the lowest score' }) points!: number | null;
}

export class OwnOutcomeResponse {
  @BilingualField() sentence!: BilingualText;
  @ListField(() => BilingualText, { description: 'How the post was come by, and what is certain about other wish lists' }) notes!: BilingualText[];
  @ListField(() => WishExplanationResponse) wishes!: WishExplanationResponse[];
  @IdField({ nullable: true }) outcomePositionId!: string | null;
  @OneOfField(['RUN', 'OVERRIDE'], { nullable: true }) outcomeSource!: string | null;
  @TextField({ nullable: true, max: 2000, multiline: true }) outcomeReason!: string | null;
}

export class ParticipationResponse {
  @IdField() roundId!: string;
  @OneOfField(PARTICIPANT_STATES, { description: 'SNAPSHOT until the orders are out' }) state!: string;
  @ObjectField(() => FactsResponse) facts!: FactsResponse;
  @BooleanField() mustMove!: boolean;
  @ObjectField(() => RuleTextResponse, { nullable: true, description: 'Why the person takes no part' }) exclusion!: RuleTextResponse | null;
  @OneOfField(FACT_CHECKS) factCheck!: string;
  @TextField({ nullable: true, max: 1000, multiline: true }) disputeText!: string | null;
  @TextField({ nullable: true, max: 1000, multiline: true }) settlementText!: string | null;
  @DateTimeField({ nullable: true, description: 'Until when the person may choose again after the close' }) reopenedUntil!: Date | null;
  @OneOfField(['POST_CHANGED', 'HARDSHIP'], { nullable: true }) reopeningGround!: string | null;
  @ListField(() => OwnTakenWishResponse) wishes!: OwnTakenWishResponse[];
  @ObjectField(() => OwnOutcomeResponse, { nullable: true, description: 'From the day of the orders on' }) result!: OwnOutcomeResponse | null;
}

export class DisputeDto {
  @TextField({ min: 1, max: 1000, multiline: true, description: 'What is wrong' }) text!: string;
}

export class FactCheckResponse {
  @IntField() people!: number;
  @IntField({ description: 'Have not answered yet' }) unconfirmed!: number;
  @IntField() confirmed!: number;
  @IntField({ description: 'Objections that HR has not settled' }) disputed!: number;
  @IntField() settled!: number;
  @DateTimeField({ nullable: true, description: 'Until then a run is adopted only when nobody is left unconfirmed' }) until!: Date | null;
}

export class ParticipantLineResponse {
  @IdField() employeeId!: string;
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @OneOfField(PARTICIPANT_STATES) state!: string;
  @BooleanField() displaced!: boolean;
  @BooleanField() mustMove!: boolean;
  @ObjectField(() => RuleTextResponse, { nullable: true }) exclusion!: RuleTextResponse | null;
  @OneOfField(FACT_CHECKS) factCheck!: string;
  @IntField() wishCount!: number;
  @IdField({ nullable: true }) currentPositionId!: string | null;
  @IdField({ nullable: true }) outcomePositionId!: string | null;
}

export class NoticeResponse {
  @IdField() id!: string;
  @IdField({ nullable: true }) roundId!: string | null;
  @TextField() kind!: string;
  @BilingualField() text!: BilingualText;
  @TextField({ nullable: true, max: 1000, multiline: true }) reason!: string | null;
  @DateTimeField() createdAt!: Date;
  @DateTimeField({ nullable: true }) readAt!: Date | null;
  @BooleanField({ description: 'Addressed to this person alone' }) personal!: boolean;
}
