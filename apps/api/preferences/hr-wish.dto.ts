import { WISH_LIST_STATES, WISH_REASON_CODES, type WishListState, type WishReasonCode } from '#preferences';
import { DateTimeField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';
import { PersonResponse } from './head.dto.js';
import { PostLabelResponse } from './post-label.dto.js';
import { PreparationResponse } from './preparation.dto.js';

export class HrWishListQueryDto {
  @OneOfField(WISH_LIST_STATES, { optional: true }) state?: WishListState;
  @IdField({ optional: true, description: 'Lists whose filed wishes name this post' }) positionId?: string;
  @TextField({ optional: true, max: 60, description: 'Part of a name or of an employee number' }) text?: string;
  @IntField({ optional: true, min: 1, max: 100_000 }) page?: number;
  @IntField({ optional: true, min: 1, max: 100 }) pageSize?: number;
}

export class HrWishSummaryResponse {
  @IntField() choiceRank!: number;
  @IdField() positionId!: string;
  @OneOfField(WISH_REASON_CODES, { nullable: true }) reasonCode!: WishReasonCode | null;
  @ObjectField(() => PostLabelResponse, { nullable: true }) post!: PostLabelResponse | null;
}

export class HrWishResponse extends HrWishSummaryResponse {
  @TextField({ nullable: true }) reasonText!: string | null;
}

class HrWishListHead {
  @ObjectField(() => PersonResponse) applicant!: PersonResponse;
  @OneOfField(WISH_LIST_STATES) state!: WishListState;
  @DateTimeField({ nullable: true }) filedAt!: Date | null;
  @TextField({ nullable: true, description: 'The ground of a late amendment' }) filedGround!: string | null;
}

export class HrWishListRowResponse extends HrWishListHead {
  @ListField(() => HrWishSummaryResponse) wishes!: HrWishSummaryResponse[];
}

export class HrWishListPageResponse {
  @ListField(() => HrWishListRowResponse) items!: HrWishListRowResponse[];
  @IntField() total!: number;
  @IntField() page!: number;
  @IntField() pageSize!: number;
}

export class HrWishListRecordResponse extends HrWishListHead {
  @ListField(() => HrWishResponse) wishes!: HrWishResponse[];
  @ListField(() => PreparationResponse) preparation!: PreparationResponse[];
}
