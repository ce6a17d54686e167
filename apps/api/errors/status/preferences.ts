import type { PreferencesErrorCode } from '#contracts';

export const PREFERENCES_STATUS = {} as const satisfies Record<PreferencesErrorCode, number>;
