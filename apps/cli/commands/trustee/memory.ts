import { canonicalJson, isEndorsementSigned, type Endorsed, type Endorsement, type Spec, type TrusteeMemory } from '#ballot-box';
import type { KeyFolder } from '../../own-machine/key-folder.js';
import { BadInput } from '../../own-machine/problems.js';
import { refusal } from './texts/refusals.js';

const FOLDER = 'elections';
const ENDORSED = 'endorsed.json';
const SEEN = 'seen.json';
const STOPPED = 'stopped.json';

/**
 * What this tool has endorsed, and what it has seen others endorse, kept for ever: one endorsement per election, and two
 * that differ, from anybody and at any time, stop it for good.
 */
export class Memory implements TrusteeMemory {
  constructor(private readonly folder: KeyFolder) {}

  load(electionId: string): Promise<Endorsed | null> {
    return Promise.resolve(this.endorsed(electionId));
  }

  /** @throws TrusteeRefuses ENDORSEMENTS_DISAGREE when somebody was seen to endorse another sum */
  keepFirst(electionId: string, endorsed: Endorsed): Promise<Endorsed> {
    if (this.endorsed(electionId) === null) this.requireAgreement(electionId, [endorsed.endorsement, ...this.seen(electionId)]);
    const kept = this.folder.keepFirst({ format: 'jari-endorsed/1', ...endorsed }, FOLDER, electionId, ENDORSED);
    return Promise.resolve(asEndorsed(kept));
  }

  endorsed(electionId: string): Endorsed | null {
    const kept = this.folder.read(FOLDER, electionId, ENDORSED);
    return kept === null ? null : asEndorsed(kept);
  }

  /** @throws Refused when two that differ were seen before */
  requireNotStopped(electionId: string): void {
    if (this.folder.read(FOLDER, electionId, STOPPED) !== null) throw refusal('STOPPED');
  }

  /**
   * Notes endorsements that a board shows.
   * @throws Refused for one that is not signed by its trustee, or when two differ, this tool's own among them
   */
  see(electionId: string, { trustees }: Spec, shown: readonly Endorsement[]): void {
    for (const endorsement of shown) {
      const key = trustees[endorsement.trustee - 1]?.signingKey;
      if (key === undefined || endorsement.electionId !== electionId || !isEndorsementSigned(endorsement, key)) throw refusal('ENDORSEMENT_INVALID', { trustee: endorsement.trustee });
    }
    const all = new Map([...this.seen(electionId), ...shown].map((endorsement) => [canonicalJson(endorsement), endorsement]));
    if (all.size > this.seen(electionId).length) this.folder.keepLatest({ format: 'jari-seen/1', endorsements: [...all.values()] }, FOLDER, electionId, SEEN);
    const own = this.endorsed(electionId);
    this.requireAgreement(electionId, [...(own === null ? [] : [own.endorsement]), ...all.values()]);
  }

  private seen(electionId: string): readonly Endorsement[] {
    const file = this.folder.read(FOLDER, electionId, SEEN) as { endorsements?: readonly Endorsement[] } | null;
    return file?.endorsements ?? [];
  }

  private requireAgreement(electionId: string, endorsements: readonly Endorsement[]): void {
    const [first] = endorsements;
    const other = endorsements.find((one) => sumOf(one) !== sumOf(first));
    if (first === undefined || other === undefined) return;
    this.folder.keepFirst({ format: 'jari-stopped/1', endorsements: [first, other] }, FOLDER, electionId, STOPPED);
    throw refusal('ENDORSEMENTS_DISAGREE', { trustee: first.trustee, other: other.trustee });
  }
}

const sumOf = (endorsement: Endorsement | undefined): string => `${endorsement?.boardHead ?? ''} ${endorsement?.aggregateHash ?? ''} ${endorsement?.counted ?? ''}`;

function asEndorsed(kept: unknown): Endorsed {
  if (typeof kept !== 'object' || kept === null || !('endorsement' in kept) || !('aggregate' in kept)) {
    throw new BadInput({ ko: '보관하던 합계 확인이 손상되었습니다', en: 'the kept endorsement is damaged' });
  }
  const { endorsement, aggregate } = kept as Endorsed;
  return { endorsement, aggregate };
}
