import { IntField } from '../http/fields.js';

/** Which stretch of a list is wanted. */
export class PageQuery {
  @IntField({ optional: true, min: 0, max: 1_000_000 }) offset?: number;
  @IntField({ optional: true, min: 1, max: 2000, description: '100 without it' }) limit?: number;
}

/** A stretch of a list with the length of the whole. */
export const pageOf = <T>(all: readonly T[], { offset = 0, limit = 100 }: PageQuery): { total: number; items: T[] } => ({
  total: all.length,
  items: all.slice(offset, offset + limit),
});
