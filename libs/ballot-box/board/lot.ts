import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import { concatBytes, u32, utf8 } from '../encoding/bytes.js';
import { framed, sha256 } from '../hashing/hash.js';
import { randomBytes } from '../random/random.js';

/** A trustee's nonce for a lot, base64url of 32 random bytes; kept back until a tie is to be decided. */
export const newLotNonce = (): string => toBase64url(randomBytes(32));

/** What the specification holds of it. */
export const lotCommitmentOf = (ballotId: string, trustee: number, nonce: string): string =>
  toBase64url(sha256(framed('lot', utf8('commitment'), utf8(ballotId), u32(trustee), fromBase64url(nonce, 'nonce'))));

/** An option's ticket from all nonces in the order of the trustees, as hexadecimal digits; the smallest is drawn. */
export function lotTicket(electionId: string, nonces: readonly string[], optionId: string): string {
  const bytes = sha256(framed('lot', utf8('ticket'), fromBase64url(electionId), concatBytes(...nonces.map((nonce) => fromBase64url(nonce))), utf8(optionId)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
