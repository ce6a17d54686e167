import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.js';

/** Work that was put off: progress for everybody who asked for it, care for operators. */
@Module({ controllers: [JobsController] })
export class JobsApiModule {}
