import { ballotHashOf, canonicalJson, encryptBallot } from '#ballot-box';
import { Database, newId, SystemClock, systemContext } from '#platform';
import type { PlayedElection } from '../../../../libs/ballot-box/testing/index.js';
import { createApplicationContext } from '../../application/application-context.js';
import { loadDemoDistrict } from '../../demo-loader/index.js';
import type { CastTask, LoadVoter } from './cast-task.js';
import { installElection, openSessions, playElection, type InstalledVoter } from './install-election.js';

const VOTERS = 400;
const CONTENTS = 8;
const HOUR_MS = 3_600_000;
const CANDIDATES = ['가', '나', '다', '라', '마'];

/** An open ballot of six options to be ranked, its voters signed in. */
export type OpenIntake = Pick<CastTask, 'electionId' | 'contents'> & { readonly ballotId: string; readonly voters: LoadVoter[] };

export interface IntakeDistrict {
  readonly organizationId: string;
  /** One each for the product and for the handler it is measured against, so that neither finds the other's rows. */
  readonly ballots: readonly [OpenIntake, OpenIntake];
}

const encrypted = ({ open, voters }: PlayedElection): CastTask['contents'] => voters.slice(0, CONTENTS).map(({ credential }) => {
  const { content } = encryptBallot(open.setting, credential.publicKey, [[0], [1], [2], [3], [4], [5]]);
  return { text: canonicalJson(content), ballotHash: ballotHashOf(content) };
});

/** The demo district with two ballots open for the same voters. Committed when it returns. */
export const openIntakeDistrict = async (databaseUrl: string): Promise<IntakeDistrict> => {
  await loadDemoDistrict(databaseUrl);
  const app = await createApplicationContext(databaseUrl, new SystemClock());
  try {
    const database = app.get(Database);
    const people = await database.system('bench', (tx) => tx.query<InstalledVoter & { organizationId: string }>(
      `SELECT e.organization_id AS "organizationId", e.id AS "employeeId", c.id AS "accountId" FROM employee e JOIN account c ON c.organization_id = e.organization_id AND c.employee_id = e.id
       WHERE e.left_on IS NULL AND c.state IN ('INVITED', 'ACTIVE') ORDER BY e.employee_number LIMIT $1`, [VOTERS]));
    const [first] = people;
    if (first === undefined) throw new RangeError('nobody to vote');
    return await database.transaction(systemContext(first.organizationId, 'bench'), async (tx) => {
      await tx.execute(`UPDATE account SET state = 'ACTIVE', password_hash = coalesce(password_hash, 'none') WHERE organization_id = $1 AND id = ANY($2::uuid[])`, [tx.organizationId, people.map(({ accountId }) => accountId)]);
      const posts = await tx.query<{ id: string }>('SELECT id FROM position WHERE organization_id = $1 ORDER BY code LIMIT 2', [tx.organizationId]);
      const cookies = await openSessions(app, tx, people);
      const open = async (positionId: string): Promise<OpenIntake> => {
        const now = Date.now();
        const ballot = { ballotId: newId(), positionId, voters: people, opensAt: new Date(now - HOUR_MS), closesAt: new Date(now + 24 * HOUR_MS), candidates: CANDIDATES };
        const election = playElection(ballot);
        await installElection(app, tx, ballot, election);
        return {
          ballotId: ballot.ballotId, electionId: election.open.electionId, contents: encrypted(election),
          voters: election.voters.map(({ slot, credential }, at) => ({ ...credential, slot, cookie: cookies[at] ?? '', employeeId: people[at]?.employeeId ?? '', revision: 0, tracker: null })),
        };
      };
      return { organizationId: tx.organizationId, ballots: [await open(posts[0]?.id ?? ''), await open(posts[1]?.id ?? '')] as const };
    });
  } finally {
    await app.close();
  }
};
