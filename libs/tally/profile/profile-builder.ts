import { BallotStore } from './ballot-store.js';
import { FaultList, type Fault } from './fault.js';
import { MOST_BALLOTS, MOST_CANDIDATES, type Profile, type Unranked } from './profile.js';

/** The ballots, or everything that is wrong with them. */
export type BuiltProfile = { readonly ok: true; readonly profile: Profile } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Takes candidates, then ballots one after the other, checks them and packs them. Readers of files share it, so that every
 * format has the same rules.
 *
 *     const builder = new ProfileBuilder();
 *     ['A', 'B', 'C'].forEach((name, at) => builder.addCandidate(at + 1, name));
 *     builder.begin(1); builder.place(0, false, () => 'ranking[1]'); builder.place(2, false, () => 'ranking[2]'); builder.end(5);
 *     const built = builder.finish('tied-last');
 */
export class ProfileBuilder {
  readonly faults = new FaultList();
  private readonly names: string[] = [];
  private readonly byName = new Map<string, number>();
  private readonly store = new BallotStore();
  private readonly ballot = new Uint16Array(MOST_CANDIDATES);
  /** The row that named the candidate last. */
  private readonly named = new Float64Array(MOST_CANDIDATES);
  private length = 0;
  private row = 0;
  private faultsBefore = 0;
  private stamp = 0;
  private tooMany = false;
  private total = 0;

  get candidates(): number {
    return this.names.length;
  }

  /** Candidates placed on the open ballot. */
  get placed(): number {
    return this.length;
  }

  addCandidate(row: number, name: unknown, field = ''): void {
    const { faults } = this;
    if (typeof name !== 'string') faults.add('candidates', row, field, 'WRONG_TYPE', { expected: 'text' });
    else if (name.trim() === '') faults.add('candidates', row, field, 'NAME_MISSING');
    else if (this.byName.has(name)) faults.add('candidates', row, field, 'DUPLICATE_CANDIDATE', { name });
    else if (this.names.length < MOST_CANDIDATES) this.byName.set(name, this.names.push(name) - 1);
    else if (!this.tooMany) {
      this.tooMany = true;
      faults.add('candidates', 0, '', 'TOO_MANY_CANDIDATES', { most: MOST_CANDIDATES });
    }
  }

  /** The number of the candidate, −1 = nobody of that name. */
  candidateNamed(name: string): number {
    return this.byName.get(name) ?? -1;
  }

  begin(row: number): void {
    this.row = row;
    this.length = 0;
    this.stamp++;
    this.faultsBefore = this.faults.count;
  }

  /** The next candidate down the ballot, −1 = unknown. Tells its fault at `field` with the position after it. */
  place(candidate: number, tied: boolean, field: () => string): void {
    if (candidate < 0 || candidate >= this.names.length) this.faults.add('ballots', this.row, field(), 'UNKNOWN_CANDIDATE');
    else if (this.named[candidate] === this.stamp) this.faults.add('ballots', this.row, field(), 'REPEATED_CANDIDATE');
    else {
      this.named[candidate] = this.stamp;
      this.insert(candidate, tied && this.length > 0);
    }
  }

  /** Closes the ballot, which stands `count` times; a ballot with a fault is left out. */
  end(count: unknown): void {
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) this.faults.add('ballots', this.row, 'count', 'BAD_COUNT');
    else if (this.faults.count === this.faultsBefore) {
      this.total += count;
      this.store.add(this.ballot, this.length, count);
    }
  }

  /** Ballots taken so far. */
  get ballots(): number {
    return this.total;
  }

  finish(unranked: Unranked): BuiltProfile {
    const { faults, names, total } = this;
    if (names.length === 0 && faults.count === 0) faults.add('candidates', 0, '', 'NO_CANDIDATES');
    if (total > MOST_BALLOTS) faults.add('ballots', 0, 'count', 'TOO_MANY_BALLOTS', { most: MOST_BALLOTS });
    if (faults.count > 0) return { ok: false, faults: faults.all() };
    return { ok: true, profile: { candidates: names, unranked, total, ...this.store.take() } };
  }

  /** Within a group the order says nothing: members stand in rising order, so that equal ballots look equal. */
  private insert(candidate: number, tied: boolean): void {
    const { ballot } = this;
    let at = this.length++;
    if (tied) {
      while ((ballot[at - 1]! & 1) === 1 && ballot[at - 1]! > candidate * 2) { ballot[at] = ballot[at - 1]!; at--; }
      if (ballot[at - 1]! > candidate * 2 && (ballot[at - 1]! & 1) === 0) {
        ballot[at] = ballot[at - 1]! + 1;
        ballot[at - 1] = candidate * 2;
        return;
      }
    }
    ballot[at] = candidate * 2 + (tied ? 1 : 0);
  }
}
