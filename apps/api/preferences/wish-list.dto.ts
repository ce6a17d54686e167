import { WISH_LIST_STATES, WISH_REASON_CODES, type WishListState, type WishReasonCode } from '#preferences';
import { BilingualField, BilingualText, BooleanField, DateTimeField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { PostLabelResponse } from './post-label.dto.js';

// Wider than the rules on purpose: the service judges the whole list, so that every fault comes back at once.
const READABLE_WISHES = 50;
const READABLE_TEXT = 5_000;

export class WishDto {
  @IdField({ description: 'The post wished for' }) positionId!: string;
  @OneOfField(WISH_REASON_CODES, { optional: true, nullable: true, description: 'Needed when the list is filed' }) reasonCode?: WishReasonCode | null;
  @TextField({ optional: true, nullable: true, multiline: true, max: READABLE_TEXT, description: 'At most 500 characters; health and family reasons are read by HR alone' })
  reasonText?: string | null;
}

export class SaveWishListDto {
  @IntField({ min: 0, description: 'The version last read; 0 before the first save' }) version!: number;
  @ListField(() => WishDto, { max: READABLE_WISHES, description: 'At most five, in order of choice' }) wishes!: WishDto[];
  @BooleanField({ optional: true, description: 'File the list in the same step' }) file?: boolean;
}

export class WishListVersionDto {
  @IntField({ min: 0, description: 'The version last read' }) version!: number;
}

export class WishListHeadResponse {
  @OneOfField(WISH_LIST_STATES) state!: WishListState;
  @IntField() version!: number;
  @IntField() draftEdition!: number;
  @IntField({ nullable: true, description: 'The edition that rounds see' }) filedEdition!: number | null;
  @DateTimeField({ nullable: true }) filedAt!: Date | null;
  @DateTimeField({ nullable: true }) updatedAt!: Date | null;
  @BooleanField({ description: 'The draft is newer than what is filed; what is filed stays in force' }) hasUnfiledChanges!: boolean;
}

export class OwnWishResponse {
  @IntField({ min: 1, max: 5 }) choiceRank!: number;
  @IdField() positionId!: string;
  @OneOfField(WISH_REASON_CODES, { nullable: true }) reasonCode!: WishReasonCode | null;
  @TextField({ nullable: true, multiline: true, max: 500 }) reasonText!: string | null;
  @ObjectField(() => PostLabelResponse, { nullable: true }) post!: PostLabelResponse | null;
}

export class OwnWishListResponse extends WishListHeadResponse {
  @ListField(() => OwnWishResponse, { description: 'The draft' }) wishes!: OwnWishResponse[];
  @ListField(() => OwnWishResponse, { description: 'What rounds see' }) filedWishes!: OwnWishResponse[];
}

export class WishReasonResponse {
  @OneOfField(WISH_REASON_CODES) code!: WishReasonCode;
  @BilingualField() label!: BilingualText;
  @BooleanField({ description: 'What is written under this reason is read by HR alone' }) hrOnlyText!: boolean;
}
