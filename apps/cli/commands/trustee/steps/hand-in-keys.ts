import { lotCommitmentOf, newLotNonce } from '#ballot-box';
import { refusal } from '../texts/refusals.js';
import type { BallotDrawer } from '../trustee-home.js';
import { done, settled, waiting, type Step } from './step.js';

interface Listed {
  readonly trusteeIndex: number;
  readonly signingKey: string | null;
  readonly encryptionKey: string | null;
  readonly isOwn: boolean;
}

const NONCE = 'lot-nonce.json';
const HOLDS = 'jari-trustee-lot/1';

/** Hands in the public keys; where ties go by lot, with the commitment to a nonce that stays here. */
export const handInKeys: Step = async ({ home: { keys }, drawer, office }) => {
  const trustees = asList(await office.read('trustees'));
  if (trustees.length === 0) return waiting('아직 관리인이 지정되지 않았습니다', 'no trustees are appointed yet');
  if (trustees.some(({ signingKey, encryptionKey }) => signingKey === keys.signing.publicKey && encryptionKey === keys.encryptionKey)) return settled('공개 열쇠를 냈습니다', 'public keys are handed in');
  const own = trustees.find(({ isOwn }) => isOwn);
  if (own?.signingKey !== undefined && own.signingKey !== null) throw refusal('NOT_MY_KEYS');
  const ballot = (await office.read('ballot')) as { tieRule?: string; cryptoGroup?: string; state?: string } | null;
  if (ballot?.state === 'DRAFT') return waiting('아직 공고되지 않은 투표입니다', 'the ballot is not announced yet');
  if (ballot?.cryptoGroup !== undefined && ballot.cryptoGroup !== keys.group.name) throw refusal('NOT_MY_KEYS');
  const lotCommitment = ballot?.tieRule === 'lot' ? commit(drawer, own?.trusteeIndex) : null;
  await office.deliver({ kind: 'trustee-keys', body: { signingKey: keys.signing.publicKey, encryptionKey: keys.encryptionKey, ...(lotCommitment !== null && { lotCommitment }) } });
  return done('공개 열쇠를 냈습니다', 'public keys handed in');
};

/** The nonce for a lot, or null where this trustee has committed to none. */
export const lotNonceIn = (drawer: BallotDrawer): string | null => (drawer.openSealed(HOLDS, NONCE) as { nonce: string } | null)?.nonce ?? null;

function commit(drawer: BallotDrawer, index: number | undefined): string {
  if (index === undefined) throw refusal('NOT_MY_KEYS');
  const { nonce } = drawer.sealFirst(HOLDS, { format: HOLDS, nonce: newLotNonce() }, NONCE) as { nonce: string };
  return lotCommitmentOf(drawer.ballotId, index, nonce);
}

const asList = (value: unknown): Listed[] => (Array.isArray(value) ? (value as Listed[]) : []);
