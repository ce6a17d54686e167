import { Worker } from 'node:worker_threads';
import { endorse, signEndorsement, type Board, type BallotContent, type Choice, type Endorsement } from '#ballot-box';
import { PlayedElection } from '../../../../libs/ballot-box/testing/index.js';
import type { EncryptTask } from './encrypt-worker.js';

const THREADS = 2;
const CANDIDATES = ['가', '나', '다', '라', '마'];

/** A ranking of six options that differs from voter to voter; which one does not matter to the time. */
function ranking(voter: number): Choice {
  const left = [0, 1, 2, 3, 4, 5];
  const order: number[][] = [];
  for (let rest = voter * 7919; left.length > 0; rest = Math.floor(rest / 3) + 1) order.push(left.splice(rest % left.length, 1));
  return order;
}

const encryptIn = (task: EncryptTask): Promise<BallotContent[]> => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('./encrypt-worker.js', import.meta.url));
  worker.once('message', (contents: BallotContent[]) => { resolve(contents); void worker.terminate(); });
  worker.once('error', reject);
  worker.postMessage(task);
});

/** An election in which every voter has ranked five candidates and NOTA; trustees are five, of whom three decrypt. */
export async function makeElection(voters: number): Promise<PlayedElection> {
  const election = new PlayedElection({ voters, n: 5, k: 3, candidates: CANDIDATES, nota: true, spec: { checkingSeconds: 0 } });
  const all = election.voters.map(({ credential }, at) => ({ credential: credential.publicKey, choice: ranking(at + 1) }));
  const share = Math.ceil(voters / THREADS);
  const parts = await Promise.all(Array.from({ length: THREADS }, (_, at) => encryptIn({ spec: election.open.spec, voters: all.slice(at * share, (at + 1) * share) })));
  parts.flat().forEach((content, at) => election.take(at + 1, election.sign(at + 1, content), content));
  return election;
}

/** The closed board of the first voters alone. */
export function boardOfFirst(election: PlayedElection, ballots: number): Board {
  const part = Object.assign(Object.create(election) as PlayedElection, { entries: election.entries.slice(0, ballots), intakeCount: ballots });
  return part.board();
}

/**
 * The board with its result, made without the time that it takes: one trustee looks at everything but the proofs, the others
 * sign the same.
 */
export async function tallied(election: PlayedElection, board: Board): Promise<Board> {
  const { open: { electionId, spec } } = election;
  const desks = election.newDesks();
  const [first] = desks;
  if (first === undefined) throw new RangeError('no trustee');
  const { boardHead, aggregateHash, counted } = await endorse(first, board, { verifyProofs: (_, all) => Promise.resolve(all.map(() => null)) });
  const aggregate = (await first.memory.load(electionId))?.aggregate;
  if (aggregate === undefined) throw new Error('nothing was endorsed');
  const endorsements: Endorsement[] = [];
  for (const { trustee, keys, memory } of desks.slice(0, spec.e)) {
    const endorsement = signEndorsement({ electionId, boardHead, aggregateHash, counted, trustee }, keys.signing);
    endorsements.push((await memory.keepFirst(electionId, { endorsement, aggregate })).endorsement);
  }
  return election.decrypt(board, desks, endorsements);
}
