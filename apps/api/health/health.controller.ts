import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditBacklog, Database, JariError } from '#platform';
import { OneOfField } from '../http/fields.js';
import { Public, Returns, ReturnsFile } from '../http/route.js';
import { Metrics } from './metrics.js';

export class Health {
  @OneOfField(['ok']) status!: 'ok';
}

@Controller()
@ApiTags('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @Public()
  @Returns(Health)
  live(): Health {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers and its schema is there. */
  @Get('health/ready')
  @Public()
  @Returns(Health)
  async ready(): Promise<Health> {
    if (!(await this.database.isReachable())) throw new JariError('SERVICE_UNAVAILABLE');
    return { status: 'ok' };
  }

  /** For Prometheus. Names nobody and holds no text, yet tells how the house works: keep it inside. */
  @Get('metrics')
  @Public()
  @ReturnsFile('text/plain')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async prometheus(): Promise<string> {
    try {
      await this.database.system('metrics', async (tx) => {
        const rows = await tx.query<{ state: string; count: number }>('SELECT state, count(*) AS count FROM job GROUP BY state');
        this.metrics.setJobs(Object.fromEntries(rows.map(({ state, count }) => [state, count])));
        this.metrics.setAuditBacklog(await auditBacklog(tx));
      });
    } catch {
      this.metrics.forgetDatabase();
    }
    return this.metrics.registry.metrics();
  }
}
