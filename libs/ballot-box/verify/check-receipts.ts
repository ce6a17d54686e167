import { trackerOf } from '../board/envelope.js';
import { isContentReason } from '../board/rejection.js';
import type { OpenSpec } from '../board/spec.js';
import { isReceiptSigned, readReceipt, type Receipt } from '../board/statements.js';
import { Malformed } from '../encoding/malformed.js';
import type { Entry } from '../board/entry.js';
import type { IntakeEntry } from './check-chain.js';
import { slotOf } from './check-votes.js';
import type { SlotKeys } from './slot-keys.js';
import { checked, fail, type Checked } from './findings.js';

/**
 * Each receipt was signed for this board, its boardHead is a head of it, and its ballot or a later revision of its slot
 * stands there. A receipt of another fork names a head that this board never had.
 */
export function checkReceipts(open: OpenSpec, entries: readonly Entry[], intake: readonly IntakeEntry[], keys: SlotKeys, values: readonly unknown[]): Checked<null> {
  const heads = new Set([open.electionId, ...entries.map(({ hash }) => hash)]);
  const trackers = new Map<string, number>();
  const newest = new Map<number, number>();
  for (const entry of intake) {
    // An honest intake gives no receipt for what is no next revision of its slot, nor for a content that does not have the signed hash.
    if (entry.type === 'tested' || (entry.type === 'rejected' && !isContentReason(entry.reason))) continue;
    if (entry.type === 'ballot' || entry.reason !== 'WRONG_CONTENT') trackers.set(trackerOf(entry.envelope), entry.intakeIndex);
    const slot = slotOf(open, keys, entry);
    if (typeof slot === 'number') newest.set(slot, Math.max(newest.get(slot) ?? 0, entry.envelope.revision));
  }
  values.forEach((value, at) => {
    const params = { receipt: at + 1 };
    const receipt = read(value, at + 1);
    if (receipt.electionId !== open.electionId) fail('RECEIPT_ELECTION', params);
    if (!isReceiptSigned(receipt, open.spec.boardKey)) fail('RECEIPT_SIGNATURE', params);
    if (!heads.has(receipt.boardHead)) fail('RECEIPT_HEAD', params);
    const slot = keys.slotAt(receipt.credential, receipt.intakeIndex);
    const later = typeof slot === 'number' && (newest.get(slot) ?? 0) > receipt.revision;
    if (trackers.get(receipt.tracker) !== receipt.intakeIndex && !later) fail('RECEIPT_DROPPED', { ...params, tracker: receipt.tracker });
  });
  return checked(values.length, null);
}

function read(value: unknown, receipt: number): Receipt {
  try {
    return readReceipt(value);
  } catch (error) {
    if (error instanceof Malformed) fail('RECEIPT_MALFORMED', { receipt });
    throw error;
  }
}
