import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database, foundOr404, type WorkContext } from '#platform';
import { ConcentrationService, seasonCsv, SeasonReportService, type ConcentrationReport, type RoundStatistics, type SeasonReport } from '#reporting';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile } from '../http/route.js';
import { ConcentrationResponse, RoundStatisticsResponse, SeasonCsvQuery, SeasonReportResponse } from './report.dto.js';

/** The figures of a season, small counts masked. */
@Controller()
@ApiTags('reports')
export class ReportController {
  constructor(
    private readonly database: Database,
    private readonly reports: SeasonReportService,
    private readonly concentrations: ConcentrationService,
  ) {}

  /** All tables of a round, from the close of filing on; those of outcomes from the adoption of a run on. */
  @Get('reports/rounds/:roundId/season')
  @RequirePermission('report.readSeason')
  @Returns(SeasonReportResponse)
  season(@Ctx() ctx: WorkContext, @IdParam('roundId') roundId: string): Promise<SeasonReport> {
    return this.database.snapshot(ctx, (tx) => this.reports.season(tx, roundId));
  }

  /** One table as a spreadsheet, or all with one line a figure. */
  @Get('reports/rounds/:roundId/season.csv')
  @RequirePermission('report.readSeason')
  @ReturnsFile('text/csv')
  async csv(
    @Ctx() ctx: WorkContext, @IdParam('roundId') roundId: string, @Query() { table, language = 'ko' }: SeasonCsvQuery, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const report = await this.database.snapshot(ctx, (tx) => this.reports.season(tx, roundId));
    const file = foundOr404(seasonCsv(report, table ?? null, language), 'REPORT_TABLE_NOT_YET');
    void reply.header('content-type', file.contentType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
    return file.content;
  }

  /** Where wishes pile up, for HR alone. */
  @Get('reports/rounds/:roundId/concentration')
  @RequirePermission('report.readConcentration')
  @Returns(ConcentrationResponse)
  concentration(@Ctx() ctx: WorkContext, @IdParam('roundId') roundId: string): Promise<ConcentrationReport> {
    return this.database.snapshot(ctx, (tx) => this.concentrations.report(tx, roundId));
  }

  /** How far wishes came true, for everybody, once the orders are out. */
  @Get('rounds/:id/statistics')
  @RequirePermission('report.readStatistics')
  @Returns(RoundStatisticsResponse)
  statistics(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<RoundStatistics> {
    return this.database.snapshot(ctx, (tx) => this.reports.statistics(tx, id));
  }
}
