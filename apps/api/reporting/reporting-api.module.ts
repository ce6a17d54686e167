import { Module } from '@nestjs/common';
import { ReportingModule } from '#reporting';
import { ReportController } from './report.controller.js';

@Module({ imports: [ReportingModule], controllers: [ReportController] })
export class ReportingApiModule {}
