import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportService, ImportService, type ImportBatchRow } from '#organization';
import { Clock, Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile } from '../http/route.js';
import { presentFinding } from './import-finding.js';
import { ExportQuery, FindingsQuery, ImportFindingResponse, ImportKindQuery, ImportResponse } from './import.dto.js';
import { readUpload } from './upload.js';

/** Files in, in two steps, and files out in the same format. */
@Controller()
@ApiTags('import and export')
export class ImportController {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportService,
    private readonly exports: ExportService,
    private readonly clock: Clock,
  ) {}

  /** Uploads a CSV (UTF-8 or CP949) or XLSX file and checks it without changing anything. Large files are checked by a job: ask again. */
  @Post('imports')
  @RequirePermission('import.manage')
  @Returns(ImportResponse, { status: 201 })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(@Ctx() ctx: WorkContext, @Query() { kind }: ImportKindQuery, @Req() request: FastifyRequest): Promise<ImportBatchRow> {
    const file = await readUpload(request);
    return this.database.transaction(ctx, (tx) => this.imports.upload(tx, { kind, ...file }));
  }

  /** The newest hundred. */
  @Get('imports')
  @RequirePermission('import.manage')
  @Returns(ImportResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<ImportBatchRow[]> {
    return this.database.transaction(ctx, (tx) => this.imports.list(tx));
  }

  @Get('imports/:id')
  @RequirePermission('import.manage')
  @Returns(ImportResponse)
  find(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<ImportBatchRow> {
    return this.database.transaction(ctx, (tx) => this.imports.find(tx, id));
  }

  /** Everything that must be corrected, by row and column. */
  @Get('imports/:id/faults')
  @RequirePermission('import.manage')
  @Returns(ImportFindingResponse, { list: true })
  faults(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Query() { offset = 0, limit = 500 }: FindingsQuery): Promise<ImportFindingResponse[]> {
    return this.database.transaction(ctx, async (tx) => (await this.imports.findings(tx, id, 'faults', offset, limit)).map(presentFinding));
  }

  /** What is allowed but worth a look, such as a surplus. */
  @Get('imports/:id/warnings')
  @RequirePermission('import.manage')
  @Returns(ImportFindingResponse, { list: true })
  warnings(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Query() { offset = 0, limit = 500 }: FindingsQuery): Promise<ImportFindingResponse[]> {
    return this.database.transaction(ctx, async (tx) => (await this.imports.findings(tx, id, 'warnings', offset, limit)).map(presentFinding));
  }

  /** Applies a checked file, all or nothing. Large files are applied by a job: ask again. */
  @Post('imports/:id/apply')
  @RequirePermission('import.manage')
  @Returns(ImportResponse)
  apply(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<ImportBatchRow> {
    return this.database.transaction(ctx, (tx) => this.imports.apply(tx, id));
  }

  /** The units, posts or staff of a day in the format of the import. */
  @Get('exports')
  @RequirePermission('organization.export')
  @ReturnsFile('application/octet-stream')
  async export(
    @Ctx() ctx: WorkContext, @Query() { kind, format = 'CSV', encoding = 'UTF-8', on }: ExportQuery, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.database.transaction(ctx, (tx) => this.exports.export(tx, { kind, format, encoding, on: on ?? this.clock.today() }));
    void reply.header('content-type', file.contentType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
    return file.content;
  }
}
