import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger, jobsModule, PlatformModule, readConfig, type Clock } from '#platform';
import { ENTITIES, PORTS, ROOMS } from '../../assembly/rooms.js';

@Module({})
class DemoContextModule {
  static forRoot(platform: Parameters<typeof PlatformModule.forRoot>[0]): DynamicModule {
    // Jobs wait in PostgreSQL until a worker of any driver finds them.
    return { module: DemoContextModule, imports: [PlatformModule.forRoot(platform), jobsModule({ redisUrl: undefined }), ...ROOMS] };
  }
}

/** The product's services on a database, without HTTP and without a worker. Close it after use. */
export const createDemoContext = async (databaseUrl: string, clock: Clock): Promise<INestApplicationContext> => {
  const config = readConfig({ DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '4', LOG_LEVEL: 'error' });
  const logger = createLogger(config, { write: (line: string) => void process.stderr.write(line) });
  return NestFactory.createApplicationContext(
    DemoContextModule.forRoot({ config, clock, logger, entities: ENTITIES, ports: PORTS }), { logger: logger.forNest(), abortOnError: false },
  );
};
