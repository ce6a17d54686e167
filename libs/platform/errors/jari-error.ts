import type { ErrorCode, Fault, MessageParams } from '#contracts';

/**
 * The one error that may reach a client: a code with its message parameters and every fault found.
 * Never put personal text, a wish or a reason into `params` or a fault: both are logged and shown.
 */
export class JariError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: MessageParams = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.name = 'JariError';
  }
}

/** Throws one VALIDATION_FAILED with all faults, if there is any. */
export const refuseIfFaulty = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new JariError('VALIDATION_FAILED', {}, faults);
};

/** The value, or NOT_FOUND (another organisation's row is not found either). */
export const foundOr404 = <T>(value: T | null | undefined, code: ErrorCode = 'NOT_FOUND'): T => {
  if (value === null || value === undefined) throw new JariError(code);
  return value;
};
