import { EARLY_MOVE_GROUNDS, WAIVABLE_RULES, type EarlyMoveGround, type RuleWaiver, type WaivableRule, type WaiverRequest } from '#rounds';
import { BooleanField, DateTimeField, IdField, OneOfField, TextField } from '../http/fields.js';

export class RequestWaiverDto {
  @OneOfField(WAIVABLE_RULES) ruleCode!: WaivableRule;
  @OneOfField(EARLY_MOVE_GROUNDS) groundCode!: EarlyMoveGround;
  @TextField({ min: 1, max: 1000, multiline: true }) text!: string;
  @IdField({ optional: true, nullable: true, description: 'For one post; for every post wished for without it' }) positionId?: string | null;
}

export class RequestWaiverForDto extends RequestWaiverDto {
  @IdField() employeeId!: string;
}

export const toWaiverRequest = ({ ruleCode, groundCode, text, positionId }: RequestWaiverDto, employeeId: string): WaiverRequest => ({
  employeeId, ruleCode, ground: groundCode, text, positionId: positionId ?? null,
});

export class DecideWaiverDto {
  @BooleanField() granted!: boolean;
  @TextField({ min: 1, max: 1000, multiline: true }) text!: string;
  @TextField({ min: 1, max: 80, optional: true, nullable: true, description: 'Needed for the ground DISCRETION' }) committeeResolution?: string | null;
}

export type WaiverView = RuleWaiver;

export class WaiverResponse {
  @IdField() id!: string;
  @IdField() employeeId!: string;
  @IdField({ nullable: true }) positionId!: string | null;
  @TextField() ruleCode!: string;
  @TextField() groundCode!: string;
  @TextField({ max: 1000, multiline: true }) groundText!: string;
  @OneOfField(['REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN']) state!: string;
  @TextField({ nullable: true }) committeeResolution!: string | null;
  @DateTimeField() requestedAt!: Date;
  @DateTimeField({ nullable: true }) decidedAt!: Date | null;
  @TextField({ nullable: true, max: 1000, multiline: true }) decisionText!: string | null;
}
