import type { GroupName } from '../groups/group.js';
import { beginKeygen, dealShares, revealAfter, type Dealing } from '../keygen/deal.js';
import { finishKeygen, type KeygenOutput } from '../keygen/finish.js';
import type { ConfirmMessage, KeygenTranscript } from '../keygen/messages.js';
import { receiveShares } from '../keygen/receive.js';
import { openSetup, type OpenSetup } from '../keygen/setup.js';
import { newTrusteeKeys, type TrusteeKeys } from '../keygen/trustee-keys.js';

export interface PlayedTrustee {
  readonly index: number;
  readonly keys: TrusteeKeys;
  readonly dealing: Dealing;
  readonly share: bigint;
}

export interface PlayedKeygen {
  readonly open: OpenSetup;
  readonly transcript: KeygenTranscript;
  readonly confirms: readonly ConfirmMessage[];
  readonly output: KeygenOutput;
  readonly trustees: readonly PlayedTrustee[];
}

export interface KeygenOptions {
  readonly ballotId?: string;
  readonly group?: GroupName;
  readonly n?: number;
  readonly k?: number;
}

/** For tests: n new trustees and the setup that names them. */
export function newTrustees({ ballotId = 'ballot-1', group = 'ristretto255', n = 5, k = 3 }: KeygenOptions = {}): { open: OpenSetup; keys: TrusteeKeys[] } {
  const keys = Array.from({ length: n }, () => newTrusteeKeys(group));
  const trustees = keys.map((own, at) => ({ index: at + 1, name: `위원 ${at + 1}`, signingKey: own.signing.publicKey, encryptionKey: own.encryptionKey }));
  return { open: openSetup({ format: 'jari-keygen/1', ballotId, group, k, trustees }), keys };
}

/** For tests: a whole key generation in memory, everybody honest. */
export function playKeygen(options: KeygenOptions = {}): PlayedKeygen {
  const { open, keys } = newTrustees(options);
  const begun = keys.map((own, at) => beginKeygen(open, at + 1, own));
  const commits = begun.map(({ commit }) => commit);
  const reveals = begun.map(({ dealing }) => revealAfter(open, dealing, commits));
  const shares = begun.map(({ dealing }, at) => dealShares(open, dealing, keys[at] ?? newTrusteeKeys('ristretto255'), commits, reveals));
  const transcript = { commits, reveals, shares };
  const received = begun.map(({ dealing }, at) => {
    const own = keys[at];
    const result = own && receiveShares(open, dealing, own, transcript);
    if (own === undefined || result === undefined || 'complaint' in result) throw new Error('an honest key generation');
    return { index: at + 1, keys: own, dealing, ...result };
  });
  const confirms = received.map(({ confirm }) => confirm);
  return { open, transcript, confirms, output: finishKeygen(open, transcript, confirms), trustees: received };
}
