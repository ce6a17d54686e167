import { openSpec, type OpenSpec } from '#ballot-box';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the embedding page hands over, once. */
export interface BoothRequest {
  readonly open: OpenSpec;
  /** The voter's credential secret, base64url. */
  readonly secret: string;
  /** The voter's place in the credential list, from 1. */
  readonly slot: number;
  /** Of the last vote; 0 when there is none yet. */
  readonly revision: number;
  readonly previousTracker: string | null;
  readonly language: Language;
  /** Where votes and test notices are posted; of the booth's own origin. */
  readonly castUrl: string;
  readonly testUrl: string;
}

/**
 * Reads the message `jari-booth/open`.
 * @param origin the booth's own; addresses elsewhere are refused
 * @throws Malformed for a specification that does not hold, TypeError for anything else
 */
export function readBoothRequest(value: unknown, origin: string): BoothRequest {
  const { spec, secret, slot, revision, previousTracker, language, castUrl, testUrl } = value as Record<string, unknown>;
  if (typeof secret !== 'string') throw new TypeError('secret');
  if (!isCount(slot) || slot < 1) throw new TypeError('slot');
  if (!isCount(revision)) throw new TypeError('revision');
  if ((revision === 0) !== (previousTracker === null)) throw new TypeError('previousTracker');
  return {
    open: openSpec(spec), secret, slot, revision,
    previousTracker: typeof previousTracker === 'string' ? previousTracker : null,
    language: LANGUAGES.find((one) => one === language) ?? 'ko',
    castUrl: ownAddress(castUrl, origin), testUrl: ownAddress(testUrl, origin),
  };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function ownAddress(value: unknown, origin: string): string {
  if (typeof value !== 'string') throw new TypeError('address');
  const url = new URL(value, origin);
  if (url.origin !== origin) throw new TypeError('address');
  return url.href;
}
