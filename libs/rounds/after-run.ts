import type { Type } from '@nestjs/common';
import type { JobHandler, JobPayload, JobType } from '#platform';
import { ApprovalService } from './approval/approval.service.js';
import { CommitteeService } from './committee/committee.service.js';
import { CommitteePackService } from './committee/pack.service.js';
import { GrievanceDeskService } from './grievance/grievance-desk.service.js';
import { GrievanceReminder } from './grievance/grievance-reminder.js';
import { GrievanceStore } from './grievance/grievance-store.js';
import { GrievanceService } from './grievance/grievance.service.js';
import { GrievanceDueHandler } from './jobs/grievance-due/grievance-due.handler.js';
import { GRIEVANCE_DUE } from './jobs/grievance-due/grievance-due.job.js';
import { CorrectionService } from './order/correction.service.js';
import { OrderStore } from './order/order-store.js';
import { OrderService } from './order/order.service.js';
import { OverrideService } from './override/override.service.js';
import { RecusalGuard } from './recusal/recusal-guard.js';
import { RecusalService } from './recusal/recusal.service.js';
import { ResultService } from './result/result.service.js';

/** What follows a run: overrides, review, approval, orders, results, grievances. */
export const AFTER_RUN_SERVICES: readonly Type[] = [
  RecusalGuard, RecusalService, OverrideService, CommitteeService, CommitteePackService, ApprovalService,
  OrderStore, OrderService, CorrectionService, ResultService, GrievanceStore, GrievanceReminder, GrievanceService, GrievanceDeskService, GrievanceDueHandler,
];

export const AFTER_RUN_JOBS: readonly JobType<JobPayload>[] = [GRIEVANCE_DUE];
export const AFTER_RUN_JOB_HANDLERS: readonly Type<JobHandler>[] = [GrievanceDueHandler];
