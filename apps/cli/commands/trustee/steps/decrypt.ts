import { releaseShare } from '#ballot-box';
import { Refused } from '../../../own-machine/problems.js';
import { closedBoard } from './endorse.js';
import { done, settled, waiting, type Step } from './step.js';

/** Gives the share of the sum that this trustee has endorsed itself, as soon as e have endorsed the same. */
export const decrypt: Step = async (work) => {
  const seen = await closedBoard(work);
  if ('state' in seen) return seen;
  const { open: { spec, electionId }, desk, board } = seen;
  if (board.shares.some(({ trustee }) => trustee === desk.trustee)) return settled('복호화 조각을 냈습니다', 'the decryption share is given');
  if (work.home.memory.endorsed(electionId) === null) return waiting('먼저 합계를 확인하여야 합니다', 'the sum must be endorsed first');
  if (new Set(board.endorsements.map(({ trustee }) => trustee)).size < spec.e) return waiting('다른 관리인의 합계 확인을 기다립니다', 'waiting for the other trustees\u2019 endorsements');
  const share = await releaseShare(desk, spec, board.endorsements);
  try {
    await work.office.deliver({ kind: 'decryption-share', body: { share, ...(desk.lotNonce !== null && { lotNonce: desk.lotNonce }) } });
  } catch (error) {
    // It is there, and not counted yet.
    if (error instanceof Refused && error.code === 'SHARE_ALREADY_GIVEN') return settled('복호화 조각을 냈습니다', 'the decryption share is given');
    throw error;
  }
  return done('복호화 조각을 냈습니다', 'decryption share given');
};
