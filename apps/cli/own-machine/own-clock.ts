import type { CommandIo } from '../command.js';
import { BadInput } from './problems.js';
import type { Environment } from './secret-words.js';

/**
 * This machine's clock. `JARI_CLOCK` lets a demonstration begin at another moment, and says so, because the checking period
 * goes by this clock.
 * @throws BadInput
 */
export function ownClock(environment: Environment, io: CommandIo): () => Date {
  const set = environment['JARI_CLOCK'];
  if (set === undefined || set === '') return () => new Date();
  const begin = Date.parse(set);
  if (Number.isNaN(begin)) throw new BadInput({ ko: 'JARI_CLOCK을 시각으로 읽을 수 없습니다', en: 'JARI_CLOCK is no moment' });
  io.stderr.write(`주의: 이 컴퓨터의 시계 대신 JARI_CLOCK(${set})을 씁니다. 시연에만 쓰십시오. / Note: JARI_CLOCK (${set}) instead of this machine's clock; for demonstrations only.\n`);
  const offset = begin - Date.now();
  return () => new Date(Date.now() + offset);
}
