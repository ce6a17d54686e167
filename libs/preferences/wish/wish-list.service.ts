import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, newId, refuseIfFaulty, type Tx } from '#platform';
import { labelPosts, type PostLabel } from '../catalogue/post-label.js';
import { readFilingDoor, requireOpenDoor, type FilingDoor } from '../filing-stop/filing-door.js';
import { rankWishes, type WishInput } from './wish-input.js';
import { WISH_LIST_LIFECYCLE, type WishListState } from './wish-list-state.js';
import type { WishReasonCode } from './wish-reason.js';
import { wishFaults } from './wish-faults.js';
import { findWishList, readSaveFacts, readWishes, writeWishList, type StoredWish, type StoredWishList } from './wish-store.js';

/** A list without its wishes. `version` 0 stands for a list that was never saved. */
export interface WishListHead {
  readonly state: WishListState;
  readonly version: number;
  readonly draftEdition: number;
  readonly filedEdition: number | null;
  readonly filedAt: Date | null;
  readonly updatedAt: Date | null;
  /** A filed edition is in force and the draft is newer than it. */
  readonly hasUnfiledChanges: boolean;
}

export interface OwnWish {
  readonly choiceRank: number;
  readonly positionId: string;
  readonly reasonCode: WishReasonCode | null;
  readonly reasonText: string | null;
  readonly post: PostLabel | null;
}

export interface OwnWishList extends WishListHead {
  /** What its owner works on. */
  readonly wishes: readonly OwnWish[];
  /** What rounds see; empty when nothing is filed. */
  readonly filedWishes: readonly OwnWish[];
}

const NEVER_SAVED: WishListHead = {
  state: WISH_LIST_LIFECYCLE.start, version: 0, draftEdition: 0, filedEdition: null, filedAt: null, updatedAt: null, hasUnfiledChanges: false,
};

const headOf = ({ state, version, draftEdition, filedEdition, filedAt, updatedAt }: StoredWishList): WishListHead => ({
  state, version, draftEdition, filedEdition, filedAt, updatedAt, hasUnfiledChanges: filedEdition !== null && filedEdition !== draftEdition,
});

const requireVersion = (list: StoredWishList | undefined, expected: number): void => {
  const current = list?.version ?? 0;
  if (current !== expected) throw new JariError('STALE_VERSION', { current });
};

const nextEdition = (list: StoredWishList | undefined): number => Math.max(list?.draftEdition ?? 0, list?.filedEdition ?? 0) + 1;

/** The standing list of wishes of one employee. */
@Injectable()
export class WishListService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** The list with draft and filed wishes, posts named as they are today. For its owner only. */
  async own(tx: Tx, employeeId: string): Promise<OwnWishList> {
    const list = await findWishList(tx, employeeId);
    if (!list) return { ...NEVER_SAVED, wishes: [], filedWishes: [] };
    const stored = await readWishes(tx, list.id);
    const labels = await labelPosts(tx, stored.map(({ positionId }) => positionId), this.clock.today());
    const edition = (number: number | null): OwnWish[] =>
      stored
        .filter((wish) => wish.edition === number)
        .map(({ choiceRank, positionId, reasonCode, reasonText }) => ({
          choiceRank, positionId, reasonCode, reasonText, post: labels.get(positionId) ?? null,
        }));
    return { ...headOf(list), wishes: edition(list.draftEdition), filedWishes: edition(list.filedEdition) };
  }

  /**
   * Writes a new draft edition and, with `file`, files it in the same step. What was filed before stays in force until then.
   * @throws JariError STALE_VERSION (params current), WISH_LIST_WITHDRAWN, FILING_IS_CLOSING, VALIDATION_FAILED with every fault
   */
  async save(tx: Tx, employeeId: string, input: { version: number; wishes: readonly WishInput[]; file: boolean }): Promise<WishListHead> {
    const { version, wishes, file } = input;
    const facts = await readSaveFacts(tx, employeeId, wishes.map(({ positionId }) => positionId), this.clock.today());
    requireVersion(facts.list, version);
    if (facts.list?.state === 'WITHDRAWN') throw new JariError('WISH_LIST_WITHDRAWN');
    refuseIfFaulty(wishFaults(wishes, facts, file));

    if (facts.list?.state === 'FILED') WISH_LIST_LIFECYCLE.requireTransition('FILED', 'DRAFT');
    if (file) WISH_LIST_LIFECYCLE.requireTransition('DRAFT', 'FILED');
    const edition = nextEdition(facts.list);
    const now = this.clock.now();
    if (file) requireOpenDoor(facts.door, now);
    const next: StoredWishList = {
      id: facts.list?.id ?? newId(),
      employeeId,
      state: file ? 'FILED' : 'DRAFT',
      version: version + 1,
      draftEdition: edition,
      filedEdition: file ? edition : (facts.list?.filedEdition ?? null),
      filedAt: file ? now : (facts.list?.filedAt ?? null),
      filedGround: file ? null : (facts.list?.filedGround ?? null),
      updatedAt: now,
    };
    return this.write(tx, file ? 'wishList.file' : 'wishList.save', facts.list, next, { edition, rows: rankWishes(wishes) });
  }

  /** Files the draft as it stands. @throws as `save`, and IMPOSSIBLE_TRANSITION when it is filed already */
  async file(tx: Tx, employeeId: string, version: number): Promise<WishListHead> {
    const list = await this.current(tx, employeeId, version);
    WISH_LIST_LIFECYCLE.requireTransition(list?.state ?? WISH_LIST_LIFECYCLE.start, 'FILED');
    const draft = list ? (await readWishes(tx, list.id)).filter(({ edition }) => edition === list.draftEdition) : [];
    const door = await this.refuseUnfit(tx, employeeId, draft);
    if (!list) throw new Error('An empty list was not refused');
    const now = this.clock.now();
    requireOpenDoor(door, now);
    return this.write(tx, 'wishList.file', list, {
      ...list, state: 'FILED', version: version + 1, filedEdition: list.draftEdition, filedAt: now, filedGround: null, updatedAt: now,
    });
  }

  /** Takes a filed list up for editing; what is filed stays in force. */
  async reopen(tx: Tx, employeeId: string, version: number): Promise<WishListHead> {
    const list = await this.currentIn(tx, employeeId, version, 'DRAFT');
    // WITHDRAWN → DRAFT is `restart`, a step of its own, so that nobody comes back into rounds by a slip.
    if (list.state !== 'FILED') throw new JariError('IMPOSSIBLE_TRANSITION', { from: list.state, to: 'DRAFT' });
    return this.write(tx, 'wishList.reopen', list, { ...list, state: 'DRAFT', version: version + 1, updatedAt: this.clock.now() });
  }

  /** Takes the wishes out of every coming round. The wishes themselves are kept for a restart. */
  async withdraw(tx: Tx, employeeId: string, version: number): Promise<WishListHead> {
    const found = await this.current(tx, employeeId, version);
    // A list with newer, unfiled edits is first what it was when filed, then withdrawn: DRAFT → FILED → WITHDRAWN.
    const filed = found?.state === 'DRAFT' && found.filedEdition !== null;
    WISH_LIST_LIFECYCLE.requireTransition(filed ? 'FILED' : (found?.state ?? WISH_LIST_LIFECYCLE.start), 'WITHDRAWN');
    if (!found) throw new Error('An absent list was not refused');
    requireOpenDoor(await readFilingDoor(tx), this.clock.now());
    return this.write(tx, 'wishList.withdraw', found, {
      ...found, state: 'WITHDRAWN', version: version + 1, filedEdition: null, filedAt: null, filedGround: null, updatedAt: this.clock.now(),
    });
  }

  /** Begins again from the wishes that were withdrawn. */
  async restart(tx: Tx, employeeId: string, version: number): Promise<WishListHead> {
    const list = await this.currentIn(tx, employeeId, version, 'DRAFT');
    if (list.state !== 'WITHDRAWN') throw new JariError('IMPOSSIBLE_TRANSITION', { from: list.state, to: 'DRAFT' });
    return this.write(tx, 'wishList.restart', list, { ...list, state: 'DRAFT', version: version + 1, updatedAt: this.clock.now() });
  }

  /**
   * A late hardship amendment after a round has closed: the new wishes are filed at once under `ground`; unfiled edits
   * of the owner stay in the draft. The caller has checked who may do so and keeps the case.
   * @param ground a code, never a text: it stands in the audit log
   * @throws JariError FILING_IS_CLOSING, VALIDATION_FAILED with every fault
   */
  async amend(tx: Tx, employeeId: string, input: { wishes: readonly WishInput[]; ground: string }): Promise<WishListHead> {
    const facts = await readSaveFacts(tx, employeeId, input.wishes.map(({ positionId }) => positionId), this.clock.today());
    refuseIfFaulty(wishFaults(input.wishes, facts, true));
    const { list } = facts;
    const edition = nextEdition(list);
    const now = this.clock.now();
    requireOpenDoor(facts.door, now);
    const keepsDraft = list?.state === 'DRAFT';
    const next: StoredWishList = {
      id: list?.id ?? newId(),
      employeeId,
      state: keepsDraft ? 'DRAFT' : 'FILED',
      version: (list?.version ?? 0) + 1,
      draftEdition: keepsDraft ? list.draftEdition : edition,
      filedEdition: edition,
      filedAt: now,
      filedGround: input.ground,
      updatedAt: now,
    };
    return this.write(tx, 'wishList.amend', list, next, { edition, rows: rankWishes(input.wishes) });
  }

  private async current(tx: Tx, employeeId: string, version: number): Promise<StoredWishList | undefined> {
    const list = await findWishList(tx, employeeId);
    requireVersion(list, version);
    return list;
  }

  private async currentIn(tx: Tx, employeeId: string, version: number, to: WishListState): Promise<StoredWishList> {
    const list = await this.current(tx, employeeId, version);
    if (!list) throw new JariError('IMPOSSIBLE_TRANSITION', { from: WISH_LIST_LIFECYCLE.start, to });
    WISH_LIST_LIFECYCLE.requireTransition(list.state, to);
    return list;
  }

  private async refuseUnfit(tx: Tx, employeeId: string, wishes: readonly StoredWish[]): Promise<FilingDoor> {
    const facts = await readSaveFacts(tx, employeeId, wishes.map(({ positionId }) => positionId), this.clock.today());
    refuseIfFaulty(wishFaults(wishes, facts, true));
    return facts.door;
  }

  private async write(
    tx: Tx, action: string, before: StoredWishList | undefined, next: StoredWishList,
    wishes?: Parameters<typeof writeWishList>[2],
  ): Promise<WishListHead> {
    if (!(await writeWishList(tx, next, wishes))) {
      throw new JariError('STALE_VERSION', { current: (await findWishList(tx, next.employeeId))?.version ?? 0 });
    }
    await this.audit.record(tx, {
      action,
      subjectType: 'employee',
      subjectId: next.employeeId,
      before: before ? { state: before.state, version: before.version } : null,
      after: {
        state: next.state, version: next.version,
        ...(wishes && { wishes: wishes.rows.length }),
        ...(next.filedGround !== null && { ground: next.filedGround }),
      },
    });
    return headOf(next);
  }
}
