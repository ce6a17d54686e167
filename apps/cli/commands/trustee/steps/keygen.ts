import {
  beginKeygen, dealShares, finishKeygen, judgeComplaint, openDealing, openKeyShare, openSetup, receiveShares, revealAfter, sign, writeDealing, writeKeyShare,
  type ConfirmMessage, type Dealing, type KeygenOutput, type KeygenTranscript, type KeyShare, type OpenSetup,
} from '#ballot-box';
import { refusal } from '../texts/refusals.js';
import type { BallotDrawer } from '../trustee-home.js';
import { done, settled, waiting, type Outcome, type Step, type Work } from './step.js';

type Kind = 'COMMIT' | 'REVEAL' | 'SHARES' | 'CONFIRM' | 'COMPLAINT';

const DEALING = { file: 'dealing.json', holds: 'jari-trustee-dealing/1' } as const;
const SHARE = { file: 'share.json', holds: 'jari-trustee-share/1' } as const;
const SETUP = 'setup.json';

/** What everybody has said so far, by kind, in the order of the trustees. */
class Said {
  constructor(private readonly messages: readonly { readonly trusteeIndex: number; readonly kind: string; readonly message: unknown }[]) {}

  by(kind: Kind): unknown[] {
    return this.messages.filter((one) => one.kind === kind).sort((a, b) => a.trusteeIndex - b.trusteeIndex).map(({ message }) => message);
  }

  isFrom(kind: Kind, trustee: number): boolean {
    return this.messages.some((one) => one.kind === kind && one.trusteeIndex === trustee);
  }

  get complaint(): { readonly from: number; readonly message: unknown } | undefined {
    const found = this.messages.find(({ kind }) => kind === 'COMPLAINT');
    return found && { from: found.trusteeIndex, message: found.message };
  }

  /** Readers of `#ballot-box` check every message before they use it. */
  get transcript(): KeygenTranscript {
    return { commits: this.by('COMMIT'), reveals: this.by('REVEAL'), shares: this.by('SHARES') } as unknown as KeygenTranscript;
  }
}

/** The next message of the key generation, when everybody has said the one before. */
export const keygen: Step = async (work) => {
  const view = (await work.office.read('keygen')) as { setup?: unknown; messages?: unknown } | null;
  if (view === null) return waiting('다른 관리인의 공개 열쇠를 기다립니다', 'waiting for the other trustees\u2019 public keys');
  const open = openSetup(view.setup);
  const said = new Said(Array.isArray(view.messages) ? (view.messages as ConstructorParameters<typeof Said>[0]) : []);
  const trustee = ownIndex(work, open);
  await work.compared.require(open.setup.trustees.filter(({ index }) => index !== trustee).map((one) => ({ who: `관리인 ${one.index}번(${one.name}) / trustee ${one.index}`, ...one })));
  if (said.complaint !== undefined) throw refusal('KEYGEN_STOPPED', { culprit: judgeComplaint(open, said.transcript, said.complaint.message, said.complaint.from), reason: 'COMPLAINT' });
  return nextMessage(work, open, trustee, said);
};

async function nextMessage(work: Work, open: OpenSetup, trustee: number, said: Said): Promise<Outcome> {
  const n = open.setup.trustees.length;
  const missing = (kind: Kind): boolean => said.by(kind).length < n;
  const kept = keptShare(work.drawer, open.hash, open);
  if (kept !== null && !said.isFrom('CONFIRM', trustee)) return say(work, 'CONFIRM', confirmOf(work, open, kept));
  if (!said.isFrom('COMMIT', trustee)) return say(work, 'COMMIT', dealingOf(work, open, trustee).commit);
  if (missing('COMMIT')) return waitingFor('약속값', 'commitments');
  const { commits, reveals } = said.transcript;
  if (!said.isFrom('REVEAL', trustee)) return say(work, 'REVEAL', revealAfter(open, dealingOf(work, open, trustee).dealing, commits));
  if (missing('REVEAL')) return waitingFor('공개값', 'reveals');
  if (!said.isFrom('SHARES', trustee)) {
    const message = dealShares(open, dealingOf(work, open, trustee).dealing, work.home.keys, commits, reveals);
    return say(work, 'SHARES', work.drawer.keepFirst(message, open.hash, 'shares.json') as object);
  }
  if (missing('SHARES')) return waitingFor('몫', 'shares');
  if (!said.isFrom('CONFIRM', trustee)) return confirm(work, open, trustee, said.transcript);
  if (missing('CONFIRM')) return waitingFor('확인', 'confirmations');
  const output = finishKeygen(open, said.transcript, said.by('CONFIRM') as ConfirmMessage[]);
  if (kept?.transcriptHash !== output.transcriptHash) throw refusal('CONFIRMED_ANOTHER');
  return settled('열쇠가 만들어졌습니다', 'the key is made');
}

/** Adds up the shares that came; what is kept here is kept before the confirmation leaves. */
async function confirm(work: Work, open: OpenSetup, trustee: number, transcript: KeygenTranscript): Promise<Outcome> {
  const { drawer } = work;
  const received = receiveShares(open, dealingOf(work, open, trustee).dealing, work.home.keys, transcript);
  if ('complaint' in received) return say(work, 'COMPLAINT', received.complaint);
  const { share, confirm: { transcriptHash } } = received;
  drawer.keepFirst(open.setup, open.hash, SETUP);
  const kept = openKeyShare({ group: open.group, ballotId: drawer.ballotId }, drawer.sealFirst(SHARE.holds, writeKeyShare(open, { trustee, share, transcriptHash }), open.hash, SHARE.file));
  if (kept.transcriptHash !== transcriptHash) throw refusal('CONFIRMED_ANOTHER');
  const outcome = await say(work, 'CONFIRM', confirmOf(work, open, kept));
  drawer.discard(open.hash, DEALING.file);
  return outcome;
}

const confirmOf = ({ home }: Work, open: OpenSetup, { trustee, transcriptHash }: KeyShare): ConfirmMessage =>
  sign('keygen-confirm', { format: 'jari-keygen-confirm/1' as const, setupHash: open.hash, trustee, transcriptHash }, home.keys.signing);

const NAMES: Readonly<Record<Kind, readonly [string, string]>> = {
  COMMIT: ['약속값', 'commitment'], REVEAL: ['공개값', 'reveal'], SHARES: ['다른 관리인에게 줄 몫', 'shares for the other trustees'], CONFIRM: ['확인', 'confirmation'], COMPLAINT: ['이의', 'complaint'],
};

async function say({ office }: Work, kind: Kind, message: object): Promise<Outcome> {
  await office.deliver({ kind: 'keygen', body: { kind, message } });
  const [ko, en] = NAMES[kind];
  return done(`열쇠 만들기: ${ko} 제출`, `key generation: ${en} handed in`);
}

const waitingFor = (ko: string, en: string): Outcome => waiting(`열쇠 만들기: 다른 관리인의 ${ko} 대기`, `key generation: waiting for the other trustees\u2019 ${en}`);

function ownIndex({ home: { keys }, drawer }: Work, { setup }: OpenSetup): number {
  if (setup.ballotId !== drawer.ballotId) throw refusal('OTHER_BALLOT');
  const own = setup.trustees.find(({ signingKey, encryptionKey }) => signingKey === keys.signing.publicKey && encryptionKey === keys.encryptionKey);
  if (own === undefined || setup.group !== keys.group.name) throw refusal('NOT_MY_KEYS');
  return own.index;
}

/** The polynomial of this setup: drawn once, so that nothing that is shown later can change what was committed to. */
function dealingOf({ drawer, home }: Work, open: OpenSetup, trustee: number): { readonly dealing: Dealing; readonly commit: object } {
  const names = [open.hash, DEALING.file] as const;
  const there = drawer.openSealed(DEALING.holds, ...names) as { dealing: unknown; commit: object } | null;
  if (there !== null) return { dealing: openDealing(open, there.dealing), commit: there.commit };
  const begun = beginKeygen(open, trustee, home.keys);
  const kept = drawer.sealFirst(DEALING.holds, { dealing: writeDealing(open, begun.dealing), commit: begun.commit }, ...names) as { dealing: unknown; commit: object };
  return { dealing: openDealing(open, kept.dealing), commit: kept.commit };
}

function keptShare(drawer: BallotDrawer, setupHash: string, { group }: Pick<OpenSetup, 'group'>): KeyShare | null {
  const file = drawer.openSealed(SHARE.holds, setupHash, SHARE.file);
  return file === null ? null : openKeyShare({ group, ballotId: drawer.ballotId }, file);
}

/** What a key generation left here, found by its transcript. */
export interface KeptKey extends KeyShare {
  readonly setup: OpenSetup['setup'];
}

/** @returns null when none of this trustee's key generations gave this transcript */
export function keptKey(drawer: BallotDrawer, transcriptHash: KeygenOutput['transcriptHash']): KeptKey | null {
  for (const setupHash of drawer.folders()) {
    const setup = drawer.read(setupHash, SETUP);
    if (setup === null) continue;
    const open = openSetup(setup);
    const share = keptShare(drawer, setupHash, open);
    if (share?.transcriptHash === transcriptHash) return { ...share, setup: open.setup };
  }
  return null;
}
