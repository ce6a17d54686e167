export const ROUNDS_ERROR_CODES = [] as const satisfies readonly string[];

export type RoundsErrorCode = (typeof ROUNDS_ERROR_CODES)[number];
