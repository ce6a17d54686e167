import type { Bilingual } from '../language.js';
import { BALLOTS_ERROR_CODES } from './ballots.js';
import { ORGANIZATION_ERROR_CODES } from './organization.js';
import { PLATFORM_ERROR_CODES } from './platform.js';
import { PREFERENCES_ERROR_CODES } from './preferences.js';
import { REPORTING_ERROR_CODES } from './reporting.js';
import { ROUNDS_ERROR_CODES } from './rounds.js';

export * from './ballots.js';
export * from './organization.js';
export * from './platform.js';
export * from './preferences.js';
export * from './reporting.js';
export * from './rounds.js';

/** Every code an error or one of its faults can carry; each has the message key `error.CODE`. */
export const ERROR_CODES = [
  ...PLATFORM_ERROR_CODES,
  ...ORGANIZATION_ERROR_CODES,
  ...PREFERENCES_ERROR_CODES,
  ...ROUNDS_ERROR_CODES,
  ...BALLOTS_ERROR_CODES,
  ...REPORTING_ERROR_CODES,
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values that fill the places of a message: short, never personal text. A name that has two languages comes in both. */
export type MessageParams = Readonly<Record<string, string | number | Bilingual>>;

/** One thing that is wrong with a request: where (`path`, e.g. `wishes[2].positionId` or `행 4, 직급`) and what. */
export interface Fault {
  readonly code: string;
  readonly path: string;
  readonly params?: MessageParams;
}

/** What a client receives for any error. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: Bilingual;
  readonly requestId: string;
  readonly faults: readonly (Fault & { readonly message: Bilingual })[];
}
