import { Module } from '@nestjs/common';
import { RoundsModule } from '#rounds';
import { ConcentrationService } from './concentration/concentration.service.js';
import { SeasonReportService } from './season/season-report.service.js';

const SERVICES = [SeasonReportService, ConcentrationService];

@Module({ imports: [RoundsModule], providers: SERVICES, exports: SERVICES })
export class ReportingModule {}
