import type { AuditValue, SealFault } from '#platform';
import { BooleanField, DateField, DateTimeField, IdField, IntField, JsonField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';

const ANY = Number.MAX_SAFE_INTEGER;

export class AuditQuery {
  @IdField({ optional: true, description: 'Account or employee id of who acted' }) actorId?: string;
  @TextField({ optional: true, min: 1, max: 60 }) subjectType?: string;
  @TextField({ optional: true, min: 1, max: 60 }) subjectId?: string;
  @TextField({ optional: true, min: 1, max: 60, description: 'An action (`wish.readByHr`: who viewed whose wishes), or all of a noun (`wish.`)' }) action?: string;
  @DateField({ optional: true }) from?: string;
  @DateField({ optional: true, description: 'Including this day' }) to?: string;
  @IntField({ optional: true, min: 1, max: ANY, description: '`next` of the page before' }) before?: number;
  @IntField({ optional: true, min: 1, max: 500, description: '100 without it' }) limit?: number;
}

export class AuditItem {
  @IntField({ max: ANY }) id!: number;
  @DateTimeField({ description: "PostgreSQL's clock" }) at!: Date;
  @DateTimeField({ description: "The product's clock, which a demo simulates" }) occurredAt!: Date;
  @OneOfField(['PERSON', 'SYSTEM']) actorKind!: 'PERSON' | 'SYSTEM';
  @IdField({ nullable: true }) actorAccountId!: string | null;
  @IdField({ nullable: true }) actorEmployeeId!: string | null;
  @TextField({ nullable: true }) actorName!: string | null;
  @TextField() action!: string;
  @TextField() subjectType!: string;
  @TextField({ nullable: true }) subjectId!: string | null;
  @JsonField({ nullable: true }) before!: AuditValue;
  @JsonField({ nullable: true }) after!: AuditValue;
  @TextField() requestId!: string;
}

export class AuditPageView {
  @ListField(() => AuditItem) items!: readonly AuditItem[];
  @IntField({ max: ANY, nullable: true, description: 'Give it as `before` to get the next page; null at the end' }) next!: number | null;
}

export class AuditHead {
  @IntField() number!: number;
  @TextField({ description: 'Write it down elsewhere: it shows later whether the end of the chain was cut off' }) hash!: string;
  @DateTimeField() sealedAt!: Date;
}

export class BrokenSealView {
  @IntField() number!: number;
  @OneOfField(['CHAIN', 'ROWS']) fault!: SealFault;
  @IntField({ max: ANY }) fromTransaction!: number;
  @IntField({ max: ANY }) toTransaction!: number;
  @IntField() expectedRows!: number;
  @IntField() foundRows!: number;
  @IntField({ max: ANY, nullable: true }) firstRowId!: number | null;
  @IntField({ max: ANY, nullable: true }) lastRowId!: number | null;
}

export class AuditVerificationView {
  @BooleanField() intact!: boolean;
  @IntField() seals!: number;
  @IntField() sealedRows!: number;
  @IntField({ description: 'Rows that no seal covers yet' }) unsealedRows!: number;
  @ObjectField(() => AuditHead, { nullable: true }) head!: AuditHead | null;
  @ObjectField(() => BrokenSealView, { nullable: true }) firstBroken!: BrokenSealView | null;
}
