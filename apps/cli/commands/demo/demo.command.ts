import type { Command, CommandIo } from '../../command.js';
import { EXIT, UsageError } from '../../command.js';
import { DEMO_SEED } from '../../demo-district/index.js';
import { ROOT } from '../../root.js';
import { readConfig } from '#platform';
import { openSeason, type OpenSeason } from './season/open-season.js';
import { playSeason } from './season/play.js';
import { renderSummary } from './summary/render.js';
import { ballotFigures } from './summary/ballot-figures.js';
import { factsOf } from './summary/facts.js';
import { summarise } from './summary/summary.js';
import { writeBallots } from './summary/write-ballots.js';
import { writeReports } from './summary/write-reports.js';
import { Progress, type Screen } from './terminal/progress.js';

/** @throws UsageError for anything but `[--seed N]` */
export const parseDemo = (argv: readonly string[]): { readonly seed: number } => {
  if (argv.length === 0) return { seed: DEMO_SEED };
  const [flag, value = ''] = argv;
  if (argv.length !== 2 || flag !== '--seed' || !/^\d{1,9}$/.test(value)) throw new UsageError(argv.join(' '));
  return { seed: Number(value) };
};

const INTERRUPTED = 130;

/** Ends database and product when the person at the keyboard has seen enough. */
const watchSignals = (open: OpenSeason, { stderr }: CommandIo): { readonly stopping: () => boolean; dispose(): void } => {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    stopping = true;
    stderr.write(`\n중단합니다(${signal}) / stopping\n`);
    void open.close().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    stopping: () => stopping,
    dispose: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
};

/** `jari demo`: one whole season through the HTTP API on a database of its own; files below `var/demo/`, the summary on standard output. */
export const demoCommand: Command = async (argv, io) => {
  const { seed } = parseDemo(argv);
  const progress = new Progress(io.stderr as Screen);
  io.stderr.write('자리 · Jari — 인사 한 철을 HTTP API만으로 실행합니다(가상 데이터) / playing one season through the HTTP API alone (invented data)\n');
  const open = await openSeason({ root: ROOT, databaseUrl: readConfig(process.env).databaseUrl, seed, progress });
  const signals = watchSignals(open, io);
  try {
    const { season, place } = open;
    await playSeason(season);
    const summary = summarise(season.record, season.story.lists.length, season.elections.map(ballotFigures));
    const pages = new Map(season.record.pages);
    const files = [...writeReports(ROOT, summary, season.record, pages), ...writeBallots(ROOT, season.elections)];
    const text = renderSummary(summary, factsOf(season, files, place));
    writeReports(ROOT, summary, season.record, new Map([...pages, ['summary.txt', text]]));
    io.stdout.write(text);
    return EXIT.done;
  } catch (error) {
    // What breaks because the end was asked for is no failure.
    if (signals.stopping()) return INTERRUPTED;
    throw error;
  } finally {
    await open.close();
    signals.dispose();
  }
};
