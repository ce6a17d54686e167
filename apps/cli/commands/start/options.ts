/** What may follow `start` on the command line. */
export interface StartOptions {
  /** Load the demo district into an external database too, where that has no organisation. */
  readonly demo: boolean;
  /** Write the logs of API and worker to the terminal. */
  readonly logs: boolean;
}

export const USAGE = `jari start [--demo] [--logs]
  --demo   DATABASE_URL의 비어 있는 데이터베이스에도 체험용 자치구를 불러옵니다. / load the demo district into an empty external database too
  --logs   기록을 파일이 아니라 터미널에 출력합니다. / write the logs to the terminal instead of var/log/`;

/** @returns undefined when a word is unknown */
export function parseStart(argv: readonly string[]): StartOptions | undefined {
  if (argv.some((word) => word !== '--demo' && word !== '--logs')) return undefined;
  return { demo: argv.includes('--demo'), logs: argv.includes('--logs') };
}
