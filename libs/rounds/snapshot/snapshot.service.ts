import { Injectable } from '@nestjs/common';
import { AuditService, Clock, JariError, type Tx } from '#platform';
import { recordDemand, removeDemand, WishSnapshotService } from '#preferences';
import { criteriaValues, type FrozenCriteria } from '../criteria/frozen-criteria.js';
import type { PlacementRound } from '../round/placement-round.entity.js';
import { compileRound, type CompiledRound } from '../run/compile.js';
import { SeatCatalogueService } from '../seat/seat-catalogue.service.js';
import { selectEntries, seatsWithOutsiders, type TakenWish } from './assemble.js';
import { SnapshotStore } from './snapshot-store.js';
import { loadWorld, type World } from './world.js';

/** The label under which a round's demand is kept; two rounds may bear one name. */
const demandLabel = (round: PlacementRound): string => `${round.name} (${round.id.slice(0, 8)})`;

/** Takes what is filed at the close into the round: people, facts, wishes with their eligibility, places, demand. */
@Injectable()
export class SnapshotService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly filed: WishSnapshotService,
    private readonly seats: SeatCatalogueService,
    private readonly store: SnapshotStore,
  ) {}

  /** At the close: the standing lists as they are filed now. */
  async take(tx: Tx, round: PlacementRound): Promise<void> {
    const lists = await this.filed.filedWishes(tx);
    const wishes = new Map<string, readonly TakenWish[]>(lists.map((list) => [list.employeeId, list.wishes]));
    round.snapshotAt = this.clock.now();
    const compiled = await this.compile(tx, round, wishes);
    await this.recordDemand(tx, round, wishes);
    await this.audit.record(tx, {
      action: 'round.snapshot', subjectType: 'round', subjectId: round.id,
      after: { people: compiled.people.length, seats: compiled.seats.size },
    });
  }

  /** After a correction: everybody's facts anew, their wishes as the snapshot took them. */
  async recompile(tx: Tx, round: PlacementRound): Promise<void> {
    await this.compile(tx, round, await this.store.wishes(tx, round.id));
  }

  /**
   * Takes one person's filed list into the round again. @throws JariError NOTHING_FILED
   */
  async retake(tx: Tx, round: PlacementRound, employeeId: string): Promise<void> {
    const list = await this.filed.filedWishesOf(tx, employeeId);
    if (list === undefined) throw new JariError('NOTHING_FILED');
    const wishes = new Map(await this.store.wishes(tx, round.id));
    wishes.set(employeeId, list.wishes);
    await this.compile(tx, round, wishes);
    await this.store.markTaken(tx, round.id, employeeId, this.clock.now());
    await this.recordDemand(tx, round, wishes);
  }

  /** Forgets the snapshot of a round whose filing is reopened. */
  async discard(tx: Tx, round: PlacementRound): Promise<void> {
    round.snapshotAt = null;
    await this.store.clear(tx, round.id);
    await removeDemand(tx, demandLabel(round));
  }

  private async compile(tx: Tx, round: PlacementRound, wishes: ReadonlyMap<string, readonly TakenWish[]>): Promise<CompiledRound> {
    const values = criteriaValues(round.criteria as FrozenCriteria);
    const world = await loadWorld(tx, round, await this.seats.list(tx, round.id), values);
    const entries = selectEntries(world, wishes, values);
    const seats = seatsWithOutsiders(entries, world);
    const compiled = compileRound({
      criteria: values, seats,
      people: entries.map(({ facts, wishes: own }) => ({ facts, wishes: own.map((wish) => ({ choiceRank: wish.choiceRank, seatCode: codeOf(world, wish) })) })),
    });
    await this.store.save(tx, round, { entries, seats, compiled, takenAt: this.clock.now() });
    return compiled;
  }

  private async recordDemand(tx: Tx, round: PlacementRound, wishes: ReadonlyMap<string, readonly TakenWish[]>): Promise<void> {
    const applicants = new Map<string, number>();
    for (const { positionId } of [...wishes.values()].flat()) applicants.set(positionId, (applicants.get(positionId) ?? 0) + 1);
    const counts = [...applicants].map(([positionId, count]) => ({ positionId, applicants: count }));
    await recordDemand(tx, { label: demandLabel(round), recordedOn: this.clock.today(), counts });
  }
}

const codeOf = (world: World, { positionId }: TakenWish): string => world.posts.codeOf(positionId) ?? positionId;

