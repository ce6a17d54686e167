import { InjectQueue } from '@nestjs/bull';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobRef } from '../../job-ref.js';
import { JobTransport } from '../../job-transport.js';
import { BULL_QUEUE, connect, deliver, isConnected, type BullQueue } from './bull-queue.js';

/** Sends the id to Bull. While Redis is away nothing is sent: the workers find the row and send it themselves. */
@Injectable()
export class BullJobTransport extends JobTransport implements OnApplicationBootstrap {
  constructor(@InjectQueue(BULL_QUEUE) private readonly queue: BullQueue) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    connect(this.queue);
  }

  override dispatch(job: JobRef): void {
    if (isConnected(this.queue)) void deliver(this.queue, job, 0).catch(() => undefined);
  }
}
