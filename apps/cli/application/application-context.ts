import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger, jobsModule, PlatformModule, readConfig, SystemClock, type Clock } from '#platform';
import { ENTITIES, PORTS, ROOMS } from '../../assembly/rooms.js';
import type { CommandIo } from '../command.js';
import { openLocalDatabase } from '../local-database/local-database.js';

@Module({})
class ApplicationContextModule {
  static forRoot(platform: Parameters<typeof PlatformModule.forRoot>[0]): DynamicModule {
    // Jobs wait in PostgreSQL until a worker of any driver finds them.
    return { module: ApplicationContextModule, imports: [PlatformModule.forRoot(platform), jobsModule({ redisUrl: undefined }), ...ROOMS] };
  }
}

/** The product's services on a migrated database, without HTTP and without a worker. Close it after use. */
export const createApplicationContext = async (databaseUrl: string, clock: Clock): Promise<INestApplicationContext> => {
  const config = readConfig({ DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '4', LOG_LEVEL: 'error' });
  const logger = createLogger(config, { write: (line: string) => void process.stderr.write(line) });
  return NestFactory.createApplicationContext(
    ApplicationContextModule.forRoot({ config, clock, logger, entities: ENTITIES, ports: PORTS }), { logger: logger.forNest(), abortOnError: false },
  );
};

/**
 * Runs `work` with the product's services on the database of DATABASE_URL or of this checkout.
 * @throws ConfigError, DatabaseUnreachable, and whatever `work` throws
 */
export const withApplication = async <T>(io: CommandIo, work: (app: INestApplicationContext) => Promise<T>): Promise<T> => {
  const local = await openLocalDatabase(io);
  try {
    const app = await createApplicationContext(local.url, new SystemClock());
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await local.release();
  }
};
