import { chainEntry, isSignedBy, openTrusteeKeys, sign, signClose, signingKeyFrom, type Board, type BallotEntry, type Endorsement, type Entry, type EntryInput, type SigningKey, type TrusteeKeys } from '#ballot-box';
import { KeyBox } from '../../../apps/cli/own-machine/key-box.js';
import { KeyFolder } from '../../../apps/cli/own-machine/key-folder.js';
import { asSuperuser } from '../../support/cluster.js';
import { PASSPHRASE, type ToolElection } from './tool-election.js';

/** Whoever runs the server, with all its keys: chains and closes whatever board seems useful. */
export class Forger {
  private constructor(private readonly boardKey: SigningKey) {}

  static async of({ app, ballotId }: ToolElection): Promise<Forger> {
    const [row] = await asSuperuser<{ secret: Buffer }>(app.name, `SELECT secret FROM ballot_key WHERE ballot_id = $1 AND purpose = 'BOARD'`, [ballotId]);
    return new Forger(signingKeyFrom(new Uint8Array(row!.secret)));
  }

  /** A board of these entries, in order and closed as the rules want it, or at another time. */
  closed(board: Board, electionId: string, entries: readonly EntryInput[], closedAt = board.spec.closesAt): Board {
    const chain: Entry[] = [];
    for (const entry of entries) chain.push(chainEntry({ head: chain.at(-1)?.hash ?? electionId, entries: chain.length }, bare(entry)));
    const close = { electionId, head: chain.at(-1)?.hash ?? electionId, entries: chain.length, intakeCount: chain.length, closedAt };
    return { ...board, entries: chain, close: signClose(close, this.boardKey), endorsements: [], shares: [], result: null };
  }
}

const bare = (entry: EntryInput): EntryInput => Object.fromEntries(Object.entries(entry).filter(([name]) => !['index', 'previous', 'hash'].includes(name))) as EntryInput;

export const ballotsOf = ({ entries }: Board): BallotEntry[] => entries.filter((entry): entry is BallotEntry => entry.type === 'ballot');

/** What a trustee's folder holds, for a trustee who cheats with a tool of their own. */
export const secretsOf = ({ bench }: ToolElection, index: number): { readonly keys: TrusteeKeys; readonly folder: KeyFolder } => {
  const folder = new KeyFolder(bench.at(`trustee-${index}`), new KeyBox(PASSPHRASE));
  return { keys: openTrusteeKeys(folder.openSealed('jari-trustee-keys/1', 'keys.json')), folder };
};

/** The endorsement of a trustee who signs anything. */
export const endorsedBy = (trustee: number, keys: SigningKey, { boardHead, aggregateHash, counted, electionId }: Endorsement): Endorsement =>
  sign('endorsement', { format: 'jari-endorsement/1' as const, electionId, boardHead, aggregateHash, counted, trustee }, keys);

/** The endorsement that a tool has put down. @throws Error when it is not signed by this key */
export const asEndorsement = (electionId: string, trustee: number, signingKey: string, body: Record<string, unknown>): Endorsement => {
  const endorsement = { format: 'jari-endorsement/1', electionId, trustee, ...body } as Endorsement;
  if (!isSignedBy('endorsement', endorsement, signingKey)) throw new Error('not signed');
  return endorsement;
};
