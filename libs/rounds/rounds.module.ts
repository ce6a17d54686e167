import { Module } from '@nestjs/common';
import type { JobHandler, JobPayload, JobType } from '#platform';
import type { Type } from '@nestjs/common';
import { OrganizationModule } from '#organization';
import { PreferencesModule } from '#preferences';
import { AFTER_RUN_JOB_HANDLERS, AFTER_RUN_JOBS, AFTER_RUN_SERVICES } from './after-run.js';
import { AmendmentService } from './amendment/amendment.service.js';
import { CriteriaService } from './criteria/criteria.service.js';
import { EarlyMoveService } from './early-move/early-move.service.js';
import { CloseRoundHandler } from './jobs/close-round/close-round.handler.js';
import { OpenRoundHandler } from './jobs/open-round/open-round.handler.js';
import { PerformRunHandler } from './jobs/perform-run/perform-run.handler.js';
import { CLOSE_ROUND, OPEN_ROUND, PERFORM_RUN } from './jobs/round-jobs.js';
import { InApplicationOnly, NoticeSender } from './notice/notice-sender.js';
import { NoticeService } from './notice/notice.service.js';
import { ParticipantRegisterService } from './participant/participant-register.service.js';
import { ParticipantService } from './participant/participant.service.js';
import { PlacementRecordService } from './record/placement-record.service.js';
import { RoundRewind } from './round/round-rewind.js';
import { RoundStore } from './round/round-store.js';
import { RoundTimetable } from './round/round-timetable.js';
import { FactCheckService } from './participant/fact-check.service.js';
import { RoundService } from './round/round.service.js';
import { AdoptionService } from './run/adoption.service.js';
import { RunExecution } from './run/run-execution.js';
import { ReplayService } from './run/replay.service.js';
import { RunInputService } from './run/run-input.service.js';
import { RunService } from './run/run.service.js';
import { RunWatch } from './run/run-watch.service.js';
import { ComparisonService } from './scenario/comparison.service.js';
import { ScenarioService } from './scenario/scenario.service.js';
import { PostChangeService } from './seat/post-change.service.js';
import { SeatCatalogueService } from './seat/seat-catalogue.service.js';
import { SnapshotStore } from './snapshot/snapshot-store.js';
import { SnapshotService } from './snapshot/snapshot.service.js';
import { RunThreads } from './thread/run-threads.js';
import { ViolationService } from './violation/violation.service.js';
import { WhatIfService } from './what-if/what-if.service.js';
import { WaiverService } from './waiver/waiver.service.js';

/** Every kind of job of the room, and who does it. */
export const ROUNDS_JOBS: readonly JobType<JobPayload>[] = [OPEN_ROUND, CLOSE_ROUND, PERFORM_RUN, ...AFTER_RUN_JOBS];
export const ROUNDS_JOB_HANDLERS: readonly Type<JobHandler>[] = [OpenRoundHandler, CloseRoundHandler, PerformRunHandler, ...AFTER_RUN_JOB_HANDLERS];

const SERVICES = [
  RoundStore, RoundTimetable, RoundRewind, RoundService, FactCheckService, CriteriaService, NoticeService, SeatCatalogueService, PostChangeService,
  SnapshotStore, SnapshotService, ParticipantService, ParticipantRegisterService, AmendmentService, WaiverService, PlacementRecordService,
  RunInputService, RunThreads, RunExecution, RunService, RunWatch, ReplayService, WhatIfService, AdoptionService, ScenarioService, ComparisonService, ViolationService, EarlyMoveService,
  OpenRoundHandler, CloseRoundHandler, PerformRunHandler, ...AFTER_RUN_SERVICES,
  { provide: NoticeSender, useClass: InApplicationOnly },
];

@Module({ imports: [OrganizationModule, PreferencesModule], providers: SERVICES, exports: SERVICES })
export class RoundsModule {}
