import { setTimeout as pause } from 'node:timers/promises';
import { credentialList, credentialListHashOf, newCredentialSecret, openSpec, readBoard, signReissue, type Board, type Reissue } from '#ballot-box';
import type { Office } from '../../own-machine/office/office.js';
import { Refused } from '../../own-machine/problems.js';
import { publicKeyOf, type Issued, type Ledger, type Voter } from './ledger.js';

const TRIES = 10;
const BETWEEN_MS = 500;

/**
 * Replaces a voter's credential. The new secret is kept here before the re-issue leaves, so that a machine that stops in between
 * can go on; it becomes the voter's when the board shows it or the server has taken it.
 * @throws Refused when the board is not one of this registrar's credentials
 */
export async function reissue(ledger: Ledger, office: Office, employeeNumber: string, reason: Reissue['reason']): Promise<void> {
  const issued = ledger.issued(office.ballotId);
  const voter = issued?.voters.find((one) => one.employeeNumber === employeeNumber);
  if (issued === null || voter === undefined) throw new Refused('NO_SUCH_VOTER', { ko: '이 투표에서 그 직원에게 발급한 투표 자격이 없습니다', en: 'no credential of this ballot was issued to that employee' });
  const next = voter.next ?? newCredentialSecret();
  ledger.keep(withVoter(issued, { ...voter, next }));
  for (let left = TRIES; ; left--) {
    try {
      await replace(ledger, office, issued, { ...voter, next }, reason);
      break;
    } catch (error) {
      // The voter's last ballot is still on its way to the board.
      if (!(error instanceof Refused) || error.code !== 'REISSUE_OUTDATED' || left === 1) throw error;
      await pause(BETWEEN_MS);
    }
  }
  ledger.keep(withVoter(issued, { ...voter, secret: next, next: null }));
}

async function replace({ signing }: Ledger, office: Office, issued: Issued, voter: Voter & { readonly next: string }, reason: Reissue['reason']): Promise<void> {
  const board = readBoard(await office.read('board'));
  const { electionId, spec } = openSpec(board.spec);
  const slot = slotOf(board, issued, voter);
  if (spec.ballotId !== office.ballotId || spec.registrarKey !== signing.publicKey || slot === 0) throw new Refused('OTHER_BOARD', { ko: '이 발급자가 발급한 투표 자격의 개표판이 아닙니다', en: 'this is not a board of this registrar\u2019s credentials' });
  const newKey = publicKeyOf(office.ballotId, voter.next);
  const oldKey = keyOf(board, slot);
  if (oldKey === newKey) return;
  const lastIntakeIndex = Math.max(0, ...board.entries.map((entry) => (entry.type === 'reissued' ? 0 : entry.intakeIndex)));
  const { signature } = signReissue({ electionId, slot, oldKey, newKey, lastIntakeIndex, reason }, signing);
  await office.deliver({ kind: 'reissue', body: { slot, oldKey, newKey, lastIntakeIndex, reason, signature } });
}

/** The key that speaks for a slot now. */
const keyOf = ({ credentials, entries }: Board, slot: number): string =>
  entries.reduce((key, entry) => (entry.type === 'reissued' && entry.reissue.slot === slot ? entry.reissue.newKey : key), credentials[slot - 1] ?? '');

/** The place of the voter's present key, or 0. */
function slotOf(board: Board, { ballotId }: Issued, { secret, next }: Voter): number {
  if (credentialListHashOf(credentialList(board.credentials)) !== board.spec.credentialListHash) return 0;
  const keys = [secret, next].flatMap((one) => (one === null ? [] : [publicKeyOf(ballotId, one)]));
  return board.credentials.findIndex((_, at) => keys.includes(keyOf(board, at + 1))) + 1;
}

const withVoter = (issued: Issued, voter: Voter): Issued => ({ ...issued, voters: issued.voters.map((one) => (one.employeeNumber === voter.employeeNumber ? voter : one)) });
