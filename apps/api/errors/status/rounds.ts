import type { RoundsErrorCode } from '#contracts';

export const ROUNDS_STATUS = {} as const satisfies Record<RoundsErrorCode, number>;
