import { BilingualField, BilingualText, BooleanField, DateField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { NamedPostResponse } from './named.dto.js';

export class WishWarningResponse {
  @TextField() code!: string;
  @BilingualField() text!: BilingualText;
}

export class WishResultResponse {
  @IntField() choiceRank!: number;
  @TextField() seatCode!: string;
  @BilingualField() seat!: BilingualText;
  @OneOfField(['OBTAINED', 'NOT_REACHED', 'INELIGIBLE', 'NOT_NEEDED']) standing!: string;
  @BilingualField({ description: 'The reason' }) text!: BilingualText;
  @ListField(() => WishWarningResponse) warnings!: WishWarningResponse[];
  @IntField({ nullable: true }) places!: number | null;
  @IntField({ nullable: true, description: 'One\'s own' }) score!: number | null;
  @IntField({ nullable: true, description: 'The lowest that got in; null when fewer than five did' }) cutoff!: number | null;
  @IntField({ nullable: true }) ahead!: number | null;
  @BooleanField() lottery!: boolean;
  @IntField({ nullable: true, description: 'So many more points would have been enough; hidden like the lowest score' }) points!: number | null;
}

export class ResultOrderResponse {
  @IdField() orderId!: string;
  @IdField({ description: 'The line, for a grievance about it' }) itemId!: string;
  @TextField() number!: string;
  @OneOfField(['ORIGINAL', 'CORRECTION']) kind!: string;
  @TextField({ max: 2000, multiline: true, nullable: true }) reason!: string | null;
  @DateField() issuedOn!: string;
  @DateField() effectiveOn!: string;
  @ObjectField(() => NamedPostResponse, { nullable: true }) to!: NamedPostResponse | null;
}

export class ResultResponse {
  @IdField() roundId!: string;
  @TextField() roundName!: string;
  @BooleanField({ description: 'Whether the orders are out' }) published!: boolean;
  @DateField() resultsOn!: string;
  @OneOfField(['SNAPSHOT', 'PLACED', 'STAYED', 'UNMET', 'OUT_OF_WISH', 'EXCLUDED'], { nullable: true }) outcome!: string | null;
  @OneOfField(['RUN', 'OVERRIDE'], { nullable: true }) source!: string | null;
  @ObjectField(() => NamedPostResponse, { nullable: true }) post!: NamedPostResponse | null;
  @IntField({ nullable: true }) choiceRank!: number | null;
  @BilingualField({ nullable: true }) sentence!: BilingualText | null;
  @ListField(() => BilingualText, { description: 'How the post was come by, and what is certain about other wish lists' }) notes!: BilingualText[];
  @TextField({ max: 2000, multiline: true, nullable: true, description: 'Why officers decided otherwise than the run' }) reason!: string | null;
  @ListField(() => WishResultResponse) wishes!: WishResultResponse[];
  @BooleanField({ description: 'Placed out of wish: first in the next round' }) priorityInNextRound!: boolean;
  @ListField(() => ResultOrderResponse) orders!: ResultOrderResponse[];
}

export class CutOffResponse {
  @IdField() positionId!: string;
  @ObjectField(() => NamedPostResponse, { nullable: true }) post!: NamedPostResponse | null;
  @IntField({ nullable: true }) places!: number | null;
  @IntField({ nullable: true, description: 'null when fewer than five' }) placed!: number | null;
  @IntField({ nullable: true, description: 'null when fewer than five got in' }) cutOff!: number | null;
}
