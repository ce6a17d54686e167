export const PREFERENCES_ERROR_CODES = [] as const satisfies readonly string[];

export type PreferencesErrorCode = (typeof PREFERENCES_ERROR_CODES)[number];
