import { Module, type DynamicModule } from '@nestjs/common';
import { type Clock, type Config, jobsModule, type JobSettings, type JobWork, type Logger, PlatformModule } from '#platform';
import { ENTITIES, PORTS, ROOMS } from '../assembly/rooms.js';
import { BallotsApiModule } from './ballots/ballots-api.module.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { OrganizationApiModule } from './organization/organization-api.module.js';
import { JobsApiModule } from './platform/jobs-api.module.js';
import { PlatformApiModule } from './platform/platform-api.module.js';
import { PreferencesApiModule } from './preferences/preferences-api.module.js';
import { ReportingApiModule } from './reporting/reporting-api.module.js';
import { RoundsApiModule } from './rounds/rounds-api.module.js';

export interface ApiModuleOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** With it this process also runs jobs: for a season played in one process. */
  readonly worker?: JobWork;
  readonly jobSettings?: Partial<JobSettings>;
}

/** HTTP only: controllers on top of the rooms. */
@Module({})
export class ApiModule {
  static forRoot({ config, clock, logger, worker, jobSettings }: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ config, clock, logger, entities: ENTITIES, ports: PORTS }),
        jobsModule(config, { ...(worker && { worker }), ...(jobSettings && { settings: jobSettings }) }),
        ...ROOMS,
        PlatformApiModule,
        JobsApiModule,
        OrganizationApiModule,
        PreferencesApiModule,
        RoundsApiModule,
        BallotsApiModule,
        ReportingApiModule,
      ],
      controllers: [HealthController],
      providers: [Metrics],
    };
  }
}
