import { BilingualField, BilingualText, BooleanField, DateField, DateTimeField, IdField, IntField, JsonField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { NamedPostResponse } from './named.dto.js';
import { EarlyMoveCountResponse, OverrideResponse } from './override.dto.js';

const DECISIONS = ['ENDORSED', 'SENT_BACK'] as const;

export class RecordReviewDto {
  @OneOfField(DECISIONS) decision!: (typeof DECISIONS)[number];
  @TextField({ min: 1, max: 80 }) resolutionNumber!: string;
  @DateField() heldOn!: string;
  @TextField({ max: 2000, multiline: true, description: 'Needed when the placement is sent back; everyone concerned reads it then' }) opinion!: string;
}

export class ReviewResponse {
  @OneOfField(DECISIONS) decision!: string;
  @TextField() resolutionNumber!: string;
  @DateField() heldOn!: string;
  @TextField({ max: 2000, multiline: true }) opinion!: string;
}

export class LetterheadResponse {
  @TextField() name!: string;
  @TextField() nameEn!: string;
  @BooleanField({ description: 'Invented people' }) isDemo!: boolean;
}

export class PackRoundResponse {
  @IdField() id!: string;
  @TextField() name!: string;
  @TextField() kind!: string;
  @TextField() state!: string;
  @TextField({ nullable: true }) resolutionNumber!: string | null;
  @DateField({ nullable: true }) resolvedOn!: string | null;
  @DateField({ nullable: true }) noticeOn!: string | null;
  @DateTimeField() opensAt!: Date;
  @DateTimeField() closesAt!: Date;
  @DateField() cutOffOn!: string;
  @DateField() effectiveOn!: string;
}

export class PackRunResponse {
  @IntField() number!: number;
  @TextField() label!: string;
  @TextField() mechanism!: string;
  @TextField() seed!: string;
  @TextField() hash!: string;
  @BooleanField() asNoticed!: boolean;
  @TextField({ max: 2000, multiline: true, nullable: true }) adoptionReason!: string | null;
  @TextField({ nullable: true }) adoptionResolutionNumber!: string | null;
}

export class PackCriterionResponse {
  @TextField() code!: string;
  @TextField() kind!: string;
  @BilingualField() title!: BilingualText;
  @BilingualField() text!: BilingualText;
  @BilingualField() legalBasis!: BilingualText;
  @JsonField() value!: unknown;
  @TextField() source!: string;
}

export class DisplacedCountResponse {
  @IntField() people!: number;
  @IntField() placed!: number;
}

export class PackOutcomesResponse {
  @IntField() participants!: number;
  @IntField() placed!: number;
  @ListField('int', { description: 'Placed at their first, second, … choice' }) byRank!: number[];
  @IntField() stayed!: number;
  @IntField() unmet!: number;
  @IntField() outOfWish!: number;
  @IntField() excluded!: number;
  @IntField() movers!: number;
  @ObjectField(() => DisplacedCountResponse) displaced!: DisplacedCountResponse;
}

export class PackCheckResponse {
  @TextField() phase!: string;
  @TextField() mechanism!: string;
  @TextField() code!: string;
  @BooleanField() promised!: boolean;
  @BooleanField() holds!: boolean;
  @IntField() count!: number;
}

export class PackCertificateResponse {
  @BooleanField() holds!: boolean;
  @ListField(() => PackCheckResponse) checks!: PackCheckResponse[];
}

export class PackViolationResponse {
  @BilingualField() title!: BilingualText;
  @BilingualField() text!: BilingualText;
  @IntField({ description: 'How many people; who they are is for HR alone' }) people!: number;
  @TextField() state!: string;
  @TextField({ max: 2000, multiline: true, nullable: true }) resolutionText!: string | null;
}

export class PackWaiverResponse {
  @BilingualField() rule!: BilingualText;
  @TextField() groundCode!: string;
  @IntField() count!: number;
}

export class PackMoveResponse {
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
  @IntField() grade!: number;
  @TextField() jobSeries!: string;
  @ObjectField(() => NamedPostResponse, { nullable: true }) from!: NamedPostResponse | null;
  @ObjectField(() => NamedPostResponse, { nullable: true }) to!: NamedPostResponse | null;
  @OneOfField(['WISH', 'OUT_OF_WISH', 'OVERRIDE']) basis!: string;
  @TextField({ max: 2000, multiline: true, nullable: true }) reason!: string | null;
}

export class CommitteePackResponse {
  @ObjectField(() => LetterheadResponse) letterhead!: LetterheadResponse;
  @DateField() preparedOn!: string;
  @ObjectField(() => PackRoundResponse) round!: PackRoundResponse;
  @ObjectField(() => PackRunResponse) run!: PackRunResponse;
  @ListField(() => PackCriterionResponse) criteria!: PackCriterionResponse[];
  @ObjectField(() => PackOutcomesResponse) outcomes!: PackOutcomesResponse;
  @ObjectField(() => PackCertificateResponse) certificate!: PackCertificateResponse;
  @ListField(() => OverrideResponse) overrides!: OverrideResponse[];
  @ListField(() => PackViolationResponse) violations!: PackViolationResponse[];
  @ObjectField(() => EarlyMoveCountResponse) earlyMoves!: EarlyMoveCountResponse;
  @ListField(() => PackWaiverResponse) waivers!: PackWaiverResponse[];
  @ListField(() => PackMoveResponse) outOfWish!: PackMoveResponse[];
  @ListField(() => PackMoveResponse) transfers!: PackMoveResponse[];
  @ListField(() => ReviewResponse) reviews!: ReviewResponse[];
}

export class ApproveDto {
  @TextField({ max: 2000, multiline: true, optional: true, nullable: true, description: 'Needed when overrides were decided after the committee\'s review' }) reason?: string | null;
}
