export const PREFERENCES_ERROR_CODES = [
  'NOT_AN_EMPLOYEE',
  'WISH_LIST_WITHDRAWN',
  'FILING_IS_CLOSING',
  'NOT_HEAD_OF_POST',
  'SAVED_SEARCH_NAME_TAKEN',
  'TOO_MANY_SAVED_SEARCHES',
  'TOO_MANY_PREPARATION_ITEMS',
] as const satisfies readonly string[];

export type PreferencesErrorCode = (typeof PREFERENCES_ERROR_CODES)[number];
