import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditReader, AuditVerifier, Database, type AuditPage, type AuditVerification, type WorkContext } from '#platform';
import { Ctx, RequirePermission, Returns } from '../http/route.js';
import { AuditPageView, AuditQuery, AuditVerificationView } from './audit-log.dto.js';

@Controller('audit-log')
@ApiTags('audit')
export class AuditLogController {
  constructor(
    private readonly database: Database,
    private readonly reader: AuditReader,
    private readonly verifier: AuditVerifier,
  ) {}

  /** Who did what to whom, newest first. */
  @Get()
  @RequirePermission('audit.read')
  @Returns(AuditPageView)
  list(@Ctx() ctx: WorkContext, @Query() { limit = 100, ...filter }: AuditQuery): Promise<AuditPage> {
    return this.database.transaction(ctx, (tx) => this.reader.list(tx, { ...filter, limit }));
  }

  /** Recomputes the whole hash chain. */
  @Get('verification')
  @RequirePermission('audit.verify')
  @Returns(AuditVerificationView)
  verify(@Ctx() ctx: WorkContext): Promise<AuditVerification> {
    return this.database.snapshot(ctx, (tx) => this.verifier.verify(tx));
  }
}
