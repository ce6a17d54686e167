import { DateField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { NamedPersonResponse, NamedPostResponse } from './named.dto.js';

const CAUSES = ['WISH', 'OUT_OF_WISH', 'OVERRIDE', 'PLANNED', 'CORRECTION'] as const;

export class OrderLineResponse extends NamedPersonResponse {
  @IntField() lineNumber!: number;
  @ObjectField(() => NamedPostResponse, { nullable: true }) from!: NamedPostResponse | null;
  @ObjectField(() => NamedPostResponse, { nullable: true }) to!: NamedPostResponse | null;
  @OneOfField(CAUSES) cause!: string;
}

export class OrderItemResponse extends OrderLineResponse {
  @IdField() id!: string;
  @IdField({ nullable: true }) correctsItemId!: string | null;
}

export class OrderDraftResponse {
  @IdField() roundId!: string;
  @DateField() effectiveOn!: string;
  @TextField({ description: 'To be given back when the order is issued' }) hash!: string;
  @ListField(() => OrderLineResponse) items!: OrderLineResponse[];
}

export class IssueOrderDto {
  @TextField({ min: 64, max: 64, description: 'The hash of the draft that was read' }) draftHash!: string;
}

export class OrderQueryDto {
  @IdField({ optional: true }) roundId?: string;
}

export class OrderHeadResponse {
  @IdField() id!: string;
  @IdField({ nullable: true }) roundId!: string | null;
  @TextField() number!: string;
  @OneOfField(['ORIGINAL', 'CORRECTION']) kind!: string;
  @IdField({ nullable: true }) correctsOrderId!: string | null;
  @TextField({ max: 2000, multiline: true, nullable: true }) reason!: string | null;
  @DateField({ nullable: true }) issuedOn!: string | null;
  @DateField() effectiveOn!: string;
}

export class OrderResponse extends OrderHeadResponse {
  @ListField(() => OrderItemResponse) items!: OrderItemResponse[];
}

export class CorrectionLineDto {
  @IdField({ description: 'A line of the order' }) itemId!: string;
  @IdField({ description: 'Where the person should have gone; the post they came from undoes the move' }) toPositionId!: string;
}

export class CorrectOrderDto {
  @TextField({ min: 1, max: 2000, multiline: true, description: 'Stands in the published correction' }) reason!: string;
  @ListField(() => CorrectionLineDto, { min: 1, max: 500 }) lines!: CorrectionLineDto[];
}
