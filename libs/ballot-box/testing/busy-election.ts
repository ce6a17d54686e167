import { sealBits } from '../ballot/seal.js';
import type { Choice } from '../kinds/layout.js';
import { PlayedElection } from './election.js';
import type { PlayedKeygen } from './keygen.js';

/** Three rankings of three candidates. */
export const RANKINGS = { abc: [[0], [1], [2]], bca: [[1], [2], [0]], acb: [[0], [2], [1]] } as const satisfies Record<string, Choice>;

/** For tests: three voters of whom one voted twice, a test, a re-issue, and a fourth voter's refused cycle; seven entries. */
export function busyElection(keygen: PlayedKeygen): PlayedElection {
  const election = new PlayedElection({ keygen });
  election.cast(1, RANKINGS.bca);
  election.test(2, election.prepare(2, RANKINGS.abc).content);
  election.cast(2, RANKINGS.bca);
  election.cast(1, RANKINGS.abc);
  election.reissue(3);
  election.cast(3, RANKINGS.acb);
  const cycle = sealBits(election.open.setting, election.voter(4).credential.publicKey, [1, 0, 1]).content;
  election.take(4, election.sign(4, cycle), cycle, 'BAD_PROOF');
  return election;
}
