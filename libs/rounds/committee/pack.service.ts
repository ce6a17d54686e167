import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#contracts';
import { AuditService, bilingual, Clock, foundOr404, type Tx } from '#platform';
import { CriteriaService } from '../criteria/criteria.service.js';
import type { FrozenCriteria } from '../criteria/frozen-criteria.js';
import { loadLetterhead } from '../document/letterhead.js';
import { EarlyMoveService } from '../early-move/early-move.service.js';
import { queryOverrides } from '../override/override-query.js';
import { RoundStore } from '../round/round-store.js';
import type { RunCertificate } from '../run/perform-run.js';
import { ViolationService } from '../violation/violation.service.js';
import { CommitteeService } from './committee.service.js';
import type { CommitteePack } from './pack.js';
import { certificateOf, loadMoves, loadOutcomes, loadWaivers } from './pack-rows.js';

interface RunRow extends Omit<CommitteePack['run'], 'adoptionReason' | 'adoptionResolutionNumber'> {
  readonly certificate: RunCertificate;
}

/** Where two people who must not serve together would meet tells who they are: relations are for HR alone. */
const withoutPlace = (ruleCode: string, text: Bilingual): Bilingual =>
  ruleCode === 'RELATIVES_TOGETHER' ? bilingual('rule.RELATIVES_TOGETHER.textWithoutPlace') : text;

/** Puts together what the committee and the mayor decide on. */
@Injectable()
export class CommitteePackService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rounds: RoundStore,
    private readonly criteria: CriteriaService,
    private readonly violations: ViolationService,
    private readonly earlyMoves: EarlyMoveService,
    private readonly committee: CommitteeService,
  ) {}

  /** @throws JariError ROUND_WRONG_STATE before there is a placement */
  async pack(tx: Tx, roundId: string): Promise<CommitteePack> {
    const round = await this.rounds.find(tx, roundId);
    this.rounds.requireState(round, 'MATCHED', 'REVIEWED', 'APPROVED', 'ORDERED', 'ARCHIVED');
    const { certificate, ...run } = foundOr404(
      await tx.one<RunRow>('SELECT number, label, mechanism, seed, hash, as_noticed AS "asNoticed", certificate FROM placement_run WHERE organization_id = $1 AND id = $2', [
        tx.organizationId, round.adoptedRunId,
      ]),
      'RUN_NOT_FOUND',
    );
    const transfers = await loadMoves(tx, round);
    const overrides = await queryOverrides(tx, { roundId, proposalId: null, withPersonalGrounds: false, on: round.effectiveOn });
    const violations = await this.violations.list(tx, roundId);
    const reviews = await this.committee.list(tx, roundId);
    await this.audit.record(tx, { action: 'committee.readPack', subjectType: 'round', subjectId: roundId, after: { state: round.state } });
    return {
      letterhead: await loadLetterhead(tx), preparedOn: this.clock.today(), round,
      run: { ...run, adoptionReason: round.adoptionReason, adoptionResolutionNumber: round.adoptionResolutionNumber },
      criteria: this.criteria.describeFrozen(round.criteria as FrozenCriteria),
      outcomes: await loadOutcomes(tx, roundId), certificate: certificateOf(certificate),
      overrides: overrides.filter(({ state }) => state === 'APPROVED' || state === 'PROPOSED'),
      violations: violations.map(({ ruleCode, title, text, employeeIds, state, resolutionText }) => ({ title, text: withoutPlace(ruleCode, text), people: employeeIds.length, state, resolutionText })),
      earlyMoves: await this.earlyMoves.countFor(tx, round), waivers: await loadWaivers(tx, roundId),
      transfers, outOfWish: transfers.filter(({ reason }) => reason !== null), reviews,
    };
  }
}
