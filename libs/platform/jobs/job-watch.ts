import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Observable, Subject, takeUntil } from 'rxjs';
import type { WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import { JobSignals } from './job-signals.js';
import { JobService } from './job.service.js';
import { hasEnded, type JobView } from './job-view.js';

/** A change whose hint got lost is seen after so long. */
const LOOK_MS = 2_000;

/** Follows one job live. */
@Injectable()
export class JobWatch implements OnModuleDestroy {
  private readonly closing = new Subject<void>();
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobService,
    private readonly signals: JobSignals,
  ) {}

  /**
   * The job now and after every change; ends with the job, or when the process ends. Whoever may not see it gets JOB_NOT_FOUND at once,
   * before the stream exists.
   */
  async follow(context: WorkContext, id: string): Promise<Observable<JobView>> {
    const look = (): Promise<JobView> => this.database.transaction(context, (tx) => this.jobs.view(tx, id));
    const first = await look();
    return this.stream(id, first, look).pipe(takeUntil(this.closing));
  }

  /** How many streams are open at this moment. */
  get followers(): number {
    return this.count;
  }

  onModuleDestroy(): void {
    this.closing.next();
  }

  private stream(id: string, first: JobView, look: () => Promise<JobView>): Observable<JobView> {
    return new Observable<JobView>((observer) => {
      let last = '';
      let looking: Promise<void> | undefined;
      let again = false;
      const show = (job: JobView): void => {
        const text = JSON.stringify(job);
        if (text !== last) observer.next(job);
        last = text;
        if (hasEnded(job)) observer.complete();
      };
      const lookAgain = async (): Promise<void> => {
        while (again && !observer.closed) {
          again = false;
          show(await look());
        }
      };
      const check = (): void => {
        again = true;
        looking ??= lookAgain()
          .catch((error: unknown) => observer.error(error))
          .finally(() => (looking = undefined));
      };
      const unlisten = this.signals.listen((signal) => {
        if (signal.kind === 'listening' || (signal.kind === 'changed' && signal.jobId === id)) check();
      });
      const timer = setInterval(check, LOOK_MS);
      this.count += 1;
      show(first);
      check();
      return () => {
        this.count -= 1;
        clearInterval(timer);
        unlisten();
      };
    });
  }
}
