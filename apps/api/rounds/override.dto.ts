import { EARLY_MOVE_GROUNDS, OVERRIDE_GROUNDS, OVERRIDE_LIFECYCLE, type EarlyMoveGround, type OverrideGround } from '#rounds';
import { BooleanField, DateTimeField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { NamedPersonResponse, NamedPostResponse } from './named.dto.js';

export class ProposedMoveDto {
  @IdField() employeeId!: string;
  @IdField({ description: 'A post of the round, or the person\'s own to leave them there' }) toPositionId!: string;
  @OneOfField(EARLY_MOVE_GROUNDS, { optional: true, nullable: true, description: 'Needed when the minimum tenure has not been served' }) earlyMoveGround?: EarlyMoveGround | null;
  @TextField({ min: 1, max: 80, optional: true, nullable: true, description: 'Needed for a discretionary move beyond the yearly cap' }) committeeResolution?: string | null;
}

export class ProposeOverrideDto {
  @OneOfField(OVERRIDE_GROUNDS) groundCode!: OverrideGround;
  @TextField({ min: 1, max: 2000, multiline: true, description: 'The people concerned read it with their result' }) groundText!: string;
  @IdField({ optional: true, nullable: true, description: 'The finding to be resolved' }) violationId?: string | null;
  @ListField(() => ProposedMoveDto, { min: 1, max: 50, description: 'Decided and carried out together' }) moves!: ProposedMoveDto[];
}

export class DecideOverrideDto {
  @BooleanField() approved!: boolean;
  @TextField({ max: 2000, multiline: true, optional: true, nullable: true, description: 'Needed for a refusal' }) text?: string | null;
}

export class OverrideMoveResponse extends NamedPersonResponse {
  @IdField() id!: string;
  @ObjectField(() => NamedPostResponse, { nullable: true }) from!: NamedPostResponse | null;
  @ObjectField(() => NamedPostResponse, { nullable: true }) to!: NamedPostResponse | null;
  @OneOfField(EARLY_MOVE_GROUNDS, { nullable: true }) earlyMoveGround!: string | null;
}

export class OverrideResponse {
  @IdField() id!: string;
  @IdField() roundId!: string;
  @OneOfField(OVERRIDE_LIFECYCLE.states) state!: string;
  @OneOfField(OVERRIDE_GROUNDS) groundCode!: string;
  @TextField({ max: 2000, multiline: true, nullable: true, description: 'null when it is personal and the reader is not HR' }) groundText!: string | null;
  @IdField({ nullable: true }) violationId!: string | null;
  @DateTimeField() proposedAt!: Date;
  @TextField() proposedBy!: string;
  @DateTimeField({ nullable: true }) decidedAt!: Date | null;
  @TextField({ nullable: true }) decidedBy!: string | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) decisionText!: string | null;
  @ListField(() => OverrideMoveResponse) moves!: OverrideMoveResponse[];
}

export class YearQueryDto {
  @IntField({ min: 1900, max: 2199, optional: true, description: 'This year without one' }) year?: number;
}

export class EarlyMoveGroundResponse {
  @OneOfField(EARLY_MOVE_GROUNDS) ground!: string;
  @IntField() proposed!: number;
  @IntField() effected!: number;
}

export class EarlyMoveCountResponse {
  @IntField() year!: number;
  @IntField() capPercent!: number;
  @IntField({ description: 'Transfers of the year, those of rounds under way included' }) transfers!: number;
  @IntField({ description: 'Discretionary early moves allowed' }) cap!: number;
  @IntField() used!: number;
  @IntField() remaining!: number;
  @BooleanField() committeeReviewNeeded!: boolean;
  @ListField(() => EarlyMoveGroundResponse) byGround!: EarlyMoveGroundResponse[];
}
