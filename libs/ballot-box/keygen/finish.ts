import { pointText } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';
import { checkRevealed, checkRound, checkShares } from './check-messages.js';
import { KeygenFault } from './keygen-fault.js';
import { confirmMessage, type ConfirmMessage, type KeygenTranscript } from './messages.js';
import { pointAt } from './polynomial.js';
import type { OpenSetup } from './setup.js';

/** What the specification takes over. */
export interface KeygenOutput {
  /** Base64url points. */
  readonly jointKey: string;
  /** Each trustee's share of the secret times G, in the order of the list. */
  readonly verificationShares: readonly string[];
  readonly transcriptHash: string;
}

/** SHA-256 of the canonical JSON of the setup and everything said in the first three rounds. */
export const transcriptHashOf = (open: OpenSetup, { commits, reveals, shares }: KeygenTranscript): string =>
  hashOf({ format: 'jari-keygen-transcript/1', setup: open.setup, commits, reveals, shares });

/**
 * The public outcome, from the transcript alone; anybody can compute it.
 * @throws KeygenFault naming who did not confirm this very transcript, or whatever is wrong in it
 */
export function finishKeygen(open: OpenSetup, transcript: KeygenTranscript, confirms: readonly ConfirmMessage[]): KeygenOutput {
  const { group, setup } = open;
  const { coefficients } = checkRevealed(open, transcript.commits, transcript.reveals);
  checkShares(open, transcript.shares);
  const transcriptHash = transcriptHashOf(open, transcript);
  for (const confirm of checkRound(open, 'keygen-confirm', confirmMessage, confirms)) {
    if (confirm.transcriptHash !== transcriptHash) throw new KeygenFault('OTHER_TRANSCRIPT', confirm.trustee);
  }
  const sums = Array.from({ length: setup.k }, (_, degree) => coefficients.reduce((sum, own) => group.add(sum, own[degree] ?? group.identity), group.identity));
  return {
    jointKey: pointText(group, sums[0] ?? group.identity),
    verificationShares: setup.trustees.map(({ index }) => pointText(group, pointAt(group, sums, index))),
    transcriptHash,
  };
}
