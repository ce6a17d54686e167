import { IntField, JsonField, TextField } from '../http/fields.js';

export class CastDto {
  @JsonField({ description: 'As the booth signed it' }) envelope!: object;
  @JsonField({ description: 'The encrypted ballot with its proofs' }) content!: object;
}

export class TestBallotDto {
  @JsonField({ description: 'As the booth signed it' }) notice!: object;
}

export class ReceiptResponse {
  @TextField() format!: string;
  @TextField() electionId!: string;
  @TextField() credential!: string;
  @IntField() revision!: number;
  @TextField() ballotHash!: string;
  @TextField() tracker!: string;
  @IntField() intakeIndex!: number;
  @TextField({ description: 'A head of the board at that time' }) boardHead!: string;
  @TextField() signature!: string;
}

export class TestedResponse {
  @IntField() intakeIndex!: number;
}

export class SlotRevisionResponse {
  @IntField({ description: '0 = nothing cast yet' }) revision!: number;
  @TextField({ nullable: true }) tracker!: string | null;
}

export class BoardResponse {
  @TextField() format!: string;
  @JsonField() spec!: object;
  @JsonField({ schema: { type: 'array', items: { type: 'object' } } }) specSignatures!: readonly object[];
  @JsonField({ schema: { type: 'array', items: { type: 'string' } } }) credentials!: readonly string[];
  @JsonField({ schema: { type: 'array', items: { type: 'object' } } }) entries!: readonly object[];
  @JsonField({ nullable: true }) close!: object | null;
  @JsonField({ schema: { type: 'array', items: { type: 'object' } } }) endorsements!: readonly object[];
  @JsonField({ schema: { type: 'array', items: { type: 'object' } } }) shares!: readonly object[];
  @JsonField({ nullable: true }) result!: object | null;
}

export class TurnoutResponse {
  @IntField() eligible!: number;
  @IntField() cast!: number;
}
