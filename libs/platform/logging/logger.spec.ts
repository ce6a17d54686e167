import { QueryFailedError } from 'typeorm';
import { JariError } from '../errors/jari-error.js';
import { createLogger, type Logger } from './logger.js';

const MARKER = '어머니의 병환';
let lines: string[];
let logger: Logger;

beforeEach(() => {
  lines = [];
  logger = createLogger({ logLevel: 'debug' }, { write: (line: string) => void lines.push(line) });
});

const entry = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

it('writes one JSON line with the event, the level and the known fields', () => {
  logger.info('job.done', { jobId: 'a-1', jobType: 'import.check', attempt: 2, durationMs: 12.5 });
  expect(entry()).toMatchObject({ level: 'info', event: 'job.done', jobId: 'a-1', jobType: 'import.check', attempt: 2, durationMs: 12.5 });
  expect(lines).toHaveLength(1);
});

it('drops a field that nobody allowed and withholds a value of the wrong shape', () => {
  logger.info('request', { ...({ reason: MARKER, body: { text: MARKER } } as object), requestId: MARKER, status: MARKER as unknown as number });
  expect(lines.join('')).not.toContain(MARKER);
  expect(entry()).toMatchObject({ requestId: '(withheld)', status: '(withheld)' });
  expect(Object.keys(entry()).sort()).toEqual(['event', 'level', 'pid', 'requestId', 'status', 'time']);
});

it('logs the route pattern and never an address with what somebody typed in it', () => {
  logger.request({ method: 'GET', route: '/api/employees/:id', status: 200, durationMs: 1 });
  expect(entry()).toMatchObject({ level: 'info', route: '/api/employees/:id' });
  logger.request({ method: 'GET', route: `/api/employees?search=${MARKER}`, status: 200, durationMs: 1 });
  expect(entry()).toMatchObject({ route: '(withheld)' });
});

it('logs an error by name, code and frames, never by its words', () => {
  const cause = Object.assign(new Error(`duplicate key: Key (reason)=(${MARKER})`), { code: '23505', detail: MARKER });
  logger.request({ method: 'POST', route: '/api/x', status: 500, errorCode: 'INTERNAL_ERROR', thrown: new QueryFailedError(`INSERT ${MARKER}`, [MARKER], cause) });
  expect(entry()).toMatchObject({ level: 'error', errorName: 'QueryFailedError', errorCode: 'INTERNAL_ERROR' });
  logger.error('import.failed', cause);
  expect(entry()).toMatchObject({ errorName: 'Error', errorCode: '23505' });
  expect((entry()['stack'] as string[])[0]).toMatch(/^at .*logger\.spec\.ts:\d+:\d+\)?$/);
  logger.error('import.failed', new JariError('STALE_VERSION', { current: MARKER }));
  expect(entry()).toMatchObject({ errorName: 'JariError', errorCode: 'STALE_VERSION' });
  expect(lines.join('')).not.toContain(MARKER);
});

it('takes no line of a message for a stack frame, whenever the message was changed', () => {
  const spoof = `x\n    at ${MARKER} (/a/b.ts:1:1)`;
  const changed = new Error(spoof);
  changed.message = 'y';
  for (const error of [new Error(spoof), changed, Object.assign(new Error(''), { stack: `Error\n${spoof}` })]) logger.error('failed', error);
  logger.error('failed', MARKER);
  logger.error('failed', Object.assign(new Error('z'), { name: MARKER, code: MARKER }));
  expect(lines.join('')).not.toContain(MARKER);
});

it('carries the fields of `with` into every entry', () => {
  logger.with({ requestId: 'r-1' }).warn('slow', { durationMs: 900 });
  expect(entry()).toMatchObject({ level: 'warn', requestId: 'r-1', durationMs: 900 });
});

it('keeps of what Nest says that it was said', () => {
  const nest = logger.forNest();
  nest.error(`Nest cannot resolve ${MARKER}`, new Error(MARKER));
  expect(entry()).toMatchObject({ level: 'error', event: 'nest.error', errorName: 'Error' });
  nest.warn(MARKER);
  nest.log(MARKER);
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain(MARKER);
});

it('names no event that was made up while running', () => {
  logger.info(`failed: ${MARKER}`);
  expect(entry()).toMatchObject({ event: '(unnamed)' });
});
