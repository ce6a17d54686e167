import { once } from 'node:events';
import type { Queue, QueueOptions } from 'bull';
import type { JobRef } from '../../job-ref.js';

export const BULL_QUEUE = 'jari-jobs';

/** What Bull carries: ids, and nothing else. */
export type BullDelivery = JobRef;

export type BullQueue = Queue<BullDelivery>;

const LONGEST_RECONNECT_MS = 2_000;
/** How long Bull rests after it met an error of Redis. */
const RECOVERY_PAUSE_MS = 500;

/** Deliveries leave nothing behind in Redis; attempts, back-off and deadlines are PostgreSQL's business. */
export const bullOptions = (url: string, prefix: string): QueueOptions & { readonly url: string; readonly skipVersionCheck: true } => ({
  url,
  prefix,
  // The check would connect at once, before it is certain that the process starts at all.
  skipVersionCheck: true,
  redis: {
    ...(url.startsWith('rediss:') && { tls: {} }),
    // A command that Redis cannot take now fails soon: the row in PostgreSQL is sent again later.
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_MS),
  },
  settings: { retryProcessDelay: RECOVERY_PAUSE_MS },
  defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
});

/**
 * Bull gives a worker's connection a name in Redis when `process` is called and waits for it nowhere: a worker that is stopped
 * meanwhile would end by a rejection that nobody can handle. Nobody reads the name.
 */
export const withoutConnectionName = (queue: BullQueue): BullQueue => Object.assign(queue, { setWorkerName: () => Promise.resolve() });

/** Begins to connect, without waiting for it. */
export const connect = (queue: BullQueue): void => void queue.client;

/** Whether Redis can be talked to at this moment. */
export const isConnected = (queue: BullQueue): boolean => queue.client.status === 'ready';

/**
 * Sends one delivery. The name is made of job and attempt: sending again what Redis still has adds nothing, and a
 * retry never hides behind the delivery of the attempt before.
 */
export const deliver = async (queue: BullQueue, { organizationId, id }: JobRef, attempts: number): Promise<void> => {
  await queue.add({ organizationId, id }, { jobId: `${id}.${attempts}` });
};

/**
 * Ends the queue of this process. The connection that waits for deliveries goes first and abruptly: Bull's own way
 * leaves it listening for a while, and would take deliveries that nobody works on any more. Bull's accounts are not
 * waited for either, since Redis may be away: what it still holds comes again and finds nothing to claim.
 */
export const endQueue = async (queue: BullQueue): Promise<void> => {
  const { bclient } = queue as BullQueue & { readonly bclient: BullQueue['client'] };
  const wasOpen = ['connecting', 'connect', 'ready'].includes(bclient.status);
  const ended = wasOpen ? once(bclient, 'end') : undefined;
  bclient.disconnect();
  await ended;
  await queue.close(true);
};
