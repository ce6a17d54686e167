import { BALLOT_METHODS, BALLOT_STATES, CREDENTIAL_MODES, DEFAULT_CHECKING_SECONDS, DEFAULT_MINIMUM_CAST, DEFAULT_THRESHOLD, LEAST_MINIMUM_CAST, type BallotInput, type BallotMethod, type CredentialMode } from '#ballots';
import { GROUP_NAMES, type GroupName } from '#ballot-box';
import { TIE_RULES, type TieRule } from '#tally';
import { BooleanField, DateField, DateTimeField, IdField, IntField, ListField, OneOfField, TextField } from '../http/fields.js';

const MOST_TRUSTEES = 25;
const MONTH_OF_SECONDS = 31 * 86_400;

export class BallotDto {
  @TextField({ min: 1, max: 200, example: '행정지원과장 선출' }) name!: string;
  @IdField({ description: 'The post whose holder is chosen' }) positionId!: string;
  @DateField({ description: 'When the appointment would take effect' }) effectiveOn!: string;
  @OneOfField(BALLOT_METHODS, { optional: true, nullable: true, description: 'Without one: plurality for two options, NOTA included, Schulze for more' }) method?: BallotMethod | null;
  @BooleanField({ optional: true, description: 'Whether voters may rank candidates equally' }) tiesAllowed?: boolean;
  @OneOfField(TIE_RULES, { optional: true }) tieRule?: TieRule;
  @IntField({ min: 1, max: 100_000, description: 'So many voters must take part for the ballot to be valid' }) quorum!: number;
  @IntField({ min: LEAST_MINIMUM_CAST, max: 100_000, optional: true, description: 'With fewer ballots nothing is decrypted' }) minimumCast?: number;
  @DateTimeField() nominationsUntil!: string;
  @DateTimeField({ description: 'End of objections to the roll' }) appealsUntil!: string;
  @DateTimeField() opensAt!: string;
  @DateTimeField() closesAt!: string;
  @IntField({ min: 0, max: MONTH_OF_SECONDS, optional: true, description: 'How long voters hold their receipts against the closed board before anybody decrypts' }) checkingSeconds?: number;
  @OneOfField(CREDENTIAL_MODES, { optional: true, description: 'Who issues credentials: this server, or the audit office by itself' }) credentialMode?: CredentialMode;
  @OneOfField(GROUP_NAMES, { optional: true }) cryptoGroup?: GroupName;
  @IntField({ min: 1, max: MOST_TRUSTEES, optional: true, description: 'How many trustees decrypt' }) threshold?: number;
  @IdField({ optional: true, nullable: true, description: 'The counted or failed ballot that this one repeats' }) replacesBallotId?: string | null;
}

export class ChangeBallotDto extends BallotDto {
  @IntField({ min: 1 }) version!: number;
}

export const toBallotInput = (dto: BallotDto): BallotInput => ({
  name: dto.name, positionId: dto.positionId, effectiveOn: dto.effectiveOn, quorum: dto.quorum,
  nominationsUntil: new Date(dto.nominationsUntil), appealsUntil: new Date(dto.appealsUntil), opensAt: new Date(dto.opensAt), closesAt: new Date(dto.closesAt),
  method: dto.method ?? null, tiesAllowed: dto.tiesAllowed ?? false, tieRule: dto.tieRule ?? 'runoff', minimumCast: dto.minimumCast ?? DEFAULT_MINIMUM_CAST,
  checkingSeconds: dto.checkingSeconds ?? DEFAULT_CHECKING_SECONDS, credentialMode: dto.credentialMode ?? 'SEPARATE', cryptoGroup: dto.cryptoGroup ?? 'ristretto255',
  threshold: dto.threshold ?? DEFAULT_THRESHOLD, replacesBallotId: dto.replacesBallotId ?? null,
});

export class BallotResponse {
  @IdField() id!: string;
  @TextField() name!: string;
  @IdField() positionId!: string;
  @DateField() effectiveOn!: string;
  @OneOfField(BALLOT_STATES) state!: string;
  @IntField() version!: number;
  @OneOfField(BALLOT_METHODS, { nullable: true, description: 'null until the roll is closed: the default by the number of options' }) method!: string | null;
  @BooleanField() tiesAllowed!: boolean;
  @OneOfField(TIE_RULES) tieRule!: string;
  @IntField() quorum!: number;
  @IntField() minimumCast!: number;
  @DateTimeField() nominationsUntil!: Date;
  @DateTimeField() appealsUntil!: Date;
  @DateTimeField() opensAt!: Date;
  @DateTimeField() closesAt!: Date;
  @IntField() checkingSeconds!: number;
  @OneOfField(CREDENTIAL_MODES) credentialMode!: string;
  @OneOfField(GROUP_NAMES) cryptoGroup!: string;
  @IntField() threshold!: number;
  @IdField({ nullable: true }) replacesBallotId!: string | null;
  @DateTimeField({ nullable: true }) rollClosedAt!: Date | null;
  @IntField({ nullable: true }) rollSize!: number | null;
  @TextField({ nullable: true, description: 'Of the closed roll, salted' }) rollHash!: string | null;
  @TextField({ nullable: true, description: 'SHA-256 of the specification' }) electionId!: string | null;
}

export class BallotReasonDto {
  @TextField({ min: 1, max: 2000, multiline: true, description: 'Published' }) reason!: string;
}

export class BallotStateStepResponse {
  @OneOfField(BALLOT_STATES, { nullable: true }) fromState!: string | null;
  @OneOfField(BALLOT_STATES) toState!: string;
  @TextField({ max: 2000, multiline: true, nullable: true }) reason!: string | null;
  @DateTimeField() occurredAt!: Date;
}

class TrusteeDto {
  @IdField() accountId!: string;
  @TextField({ min: 1, max: 200, description: 'With the office', example: '감사담당관' }) name!: string;
}

export class TrusteesDto {
  @ListField(() => TrusteeDto, { min: 1, max: MOST_TRUSTEES, description: 'In the order of their indices' }) trustees!: TrusteeDto[];
}

export class TrusteeResponse {
  @IntField({ description: 'From 1' }) trusteeIndex!: number;
  @TextField() name!: string;
  @TextField({ nullable: true }) signingKey!: string | null;
  @TextField({ nullable: true }) encryptionKey!: string | null;
  @TextField({ nullable: true }) lotCommitment!: string | null;
  @TextField({ nullable: true, description: 'Of both keys; to be compared outside this server' }) fingerprint!: string | null;
  @DateTimeField({ nullable: true }) keysAt!: Date | null;
  @BooleanField({ description: 'Whether this is who asks' }) isOwn!: boolean;
}
