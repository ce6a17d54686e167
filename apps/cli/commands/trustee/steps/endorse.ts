import { endorse as endorseBoard, readBoard, type Board, type Endorsement } from '#ballot-box';
import { BadInput } from '../../../own-machine/problems.js';
import { proofThreads } from '../../ballot/proof-threads.js';
import { readReceipts } from '../../ballot/read-files.js';
import { UnreadableFile } from '../../solve/read-instance.js';
import { refusal } from '../texts/refusals.js';
import { examine, type Examined } from './specification.js';
import { done, settled, waiting, type Outcome, type Step, type Work } from './step.js';

/** A closed board with the specification that this trustee has examined. */
export interface SeenBoard extends Examined {
  readonly board: Board;
}

/**
 * The board as it is shown now, or what is still waited for. Endorsements on it are noted, and two that differ stop this tool.
 * @throws Refused, TrusteeRefuses, Malformed
 */
export async function closedBoard(work: Work): Promise<SeenBoard | Outcome> {
  const value = await work.office.read('board');
  if (value === null) return waiting('아직 개표판이 없습니다', 'there is no board yet');
  const board = readBoard(value);
  if (board.close === null) return waiting('아직 마감되지 않았습니다', 'the board is not closed yet');
  const examined = await examine(work, board.spec);
  const { memory } = work.home;
  memory.requireNotStopped(examined.open.electionId);
  memory.see(examined.open.electionId, examined.open.spec, board.endorsements);
  return { ...examined, board };
}

/** Recounts the whole closed board and endorses its sum: once per election, ever. */
export const endorse: Step = async (work) => {
  const seen = await closedBoard(work);
  if ('state' in seen) return seen;
  const { open, desk, board } = seen;
  if (board.endorsements.some(({ trustee }) => trustee === desk.trustee)) return settled('합계를 확인하였습니다', 'the sum is endorsed');
  const kept = work.home.memory.endorsed(open.electionId)?.endorsement;
  if (kept !== undefined && kept.boardHead === board.close?.head) {
    // It did not arrive; this very board was verified before it was kept.
    await deliver(work, kept);
    return done('확인한 합계를 다시 보냈습니다', 'kept endorsement sent again');
  }
  const free = Date.parse(board.close?.closedAt ?? '') + open.spec.checkingSeconds * 1000;
  if (desk.now().getTime() < free) {
    const { ko, en } = refusal('CHECKING_PERIOD', { until: new Date(free).toISOString() }).words;
    return waiting(ko, en);
  }
  work.io.stderr.write('개표판 전체를 다시 검증합니다… / verifying the whole board…\n');
  await deliver(work, await endorseBoard(desk, board, { verifyProofs: proofThreads(work.threads), receipts: receiptsIn(work.receipts) }));
  return done('합계를 확인하였습니다', 'sum endorsed');
};

/** @throws BadInput */
function receiptsIn(paths: readonly string[]): unknown[] {
  try {
    return readReceipts(paths).map(({ receipt }) => receipt);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new BadInput({ ko: error.message, en: error.message });
    throw error;
  }
}

const deliver = ({ office }: Work, { boardHead, aggregateHash, counted, signature }: Endorsement): Promise<void> =>
  office.deliver({ kind: 'endorsement', body: { boardHead, aggregateHash, counted, signature } });
