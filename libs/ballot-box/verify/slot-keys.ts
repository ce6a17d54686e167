import type { ReissuedEntry } from '../board/entry.js';
import { isSignedBy } from '../signatures/signed.js';
import type { OpenSpec } from '../board/spec.js';
import { fail } from './findings.js';

interface Tenure {
  readonly slot: number;
  /** First intake index at which the key is good. */
  readonly from: number;
  /** Last one; Infinity while it was not replaced. */
  to: number;
}

/** Which slot a credential speaks for, at each intake index. */
export class SlotKeys {
  private readonly tenures = new Map<string, Tenure>();
  /** Key of each slot now. */
  private readonly current: string[];

  constructor(private readonly open: OpenSpec, credentials: readonly string[]) {
    this.current = [...credentials];
    credentials.forEach((key, at) => this.tenures.set(key, { slot: at + 1, from: 1, to: Infinity }));
  }

  /**
   * Takes a re-issue into account; to be called in the order of the board.
   * @throws DoesNotHold when it is not the registrar's, or does not follow from what stands
   */
  replace({ index: entry, reissue }: ReissuedEntry): void {
    const { electionId, slot, oldKey, newKey, lastIntakeIndex } = reissue;
    if (electionId !== this.open.electionId) fail('REISSUE_ELECTION', { entry });
    if (!isSignedBy('reissue', reissue, this.open.spec.registrarKey)) fail('REISSUE_SIGNATURE', { entry });
    const old = this.tenures.get(oldKey);
    if (old === undefined || old.slot !== slot || this.current[slot - 1] !== oldKey) fail('REISSUE_SLOT', { entry });
    if (this.tenures.has(newKey)) fail('REISSUE_KEY', { entry });
    if (lastIntakeIndex < old.from - 1) fail('REISSUE_ORDER', { entry });
    old.to = lastIntakeIndex;
    this.current[slot - 1] = newKey;
    this.tenures.set(newKey, { slot, from: lastIntakeIndex + 1, to: Infinity });
  }

  /** The slot, or why the credential speaks for none at this intake index. */
  slotAt(credential: string, intakeIndex: number): number | 'UNKNOWN_CREDENTIAL' | 'REPLACED_CREDENTIAL' {
    const tenure = this.tenures.get(credential);
    if (tenure === undefined || intakeIndex < tenure.from) return 'UNKNOWN_CREDENTIAL';
    return intakeIndex > tenure.to ? 'REPLACED_CREDENTIAL' : tenure.slot;
  }
}
