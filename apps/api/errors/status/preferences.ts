import type { PreferencesErrorCode } from '#contracts';

export const PREFERENCES_STATUS = {
  NOT_AN_EMPLOYEE: 403,
  WISH_LIST_WITHDRAWN: 409,
  FILING_IS_CLOSING: 409,
  NOT_HEAD_OF_POST: 403,
  SAVED_SEARCH_NAME_TAKEN: 409,
  TOO_MANY_SAVED_SEARCHES: 409,
  TOO_MANY_PREPARATION_ITEMS: 409,
} as const satisfies Record<PreferencesErrorCode, number>;
