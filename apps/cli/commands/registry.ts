import type { CommandEntry } from '../command.js';

/** Every command of `jari`, one line each. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  start: {
    usage: 'start [--demo] [--logs]',
    ko: '데이터베이스, API, 작업 처리기를 시작합니다',
    en: 'start database, API and worker',
    load: async () => (await import('./start/start-product.js')).startProduct,
  },
  demo: {
    usage: 'demo [--seed N]',
    ko: '가상 자치구의 정기인사 한 철을 처음부터 끝까지 실행합니다',
    en: 'play one whole season of the invented district',
    load: async () => (await import('./demo/demo.command.js')).demoCommand,
  },
  solve: {
    usage: 'solve --mechanism M [--seed N] [--explain] [--format json|csv] | --compare [--lang ko|en]  INSTANCE.json | EMPLOYEES.csv SEATS.csv',
    ko: '배치 문제 하나를 풀고 배정·증명서·설명을 출력하거나, 모든 방식을 나란히 비교합니다',
    en: 'solve one placement instance: assignment, certificate, explanations; or compare all mechanisms',
    load: async () => (await import('./solve/solve.command.js')).solveCommand,
  },
  certify: {
    usage: 'certify [--mechanism M] [--seed N] INSTANCE.json | EMPLOYEES.csv SEATS.csv  ASSIGNMENT.json|.csv',
    ko: '손으로 고친 것을 포함하여 어떤 배치 결과든 검증하고 증명서를 출력합니다',
    en: 'judge any assignment, also one made by hand; exit 1 when a promise fails',
    load: async () => (await import('./certify/certify.command.js')).certifyCommand,
  },
  tally: {
    usage: 'tally --method M [--unranked tied-last|no-opinion] FILE.json|.csv|.soc|.soi|.toc|.toi',
    ko: '표 파일을 정해진 방식으로 세어 당선자·순위·동순위를 출력합니다',
    en: 'count a file of ballots: winners, order, ties',
    load: async () => (await import('./tally/tally.command.js')).tallyCommand,
  },
  'ballot verify': {
    usage: 'ballot verify BOARD.json [--threads N] [--receipts FILE…]',
    ko: '공개된 개표판을 처음부터 다시 검증하고 셉니다',
    en: 'verify and recount a published ballot board',
    load: async () => (await import('./ballot/verify.command.js')).ballotVerify,
  },
  trustee: {
    usage: 'trustee init|fingerprint|keys|keygen|sign-spec|endorse|decrypt|run|watch|status|fetch|send --home DIR --server URL --ballot ID | --files DIR',
    ko: '개표 관리인의 도구: 열쇠를 만들고, 명세와 개표판을 직접 검증한 뒤에만 서명합니다',
    en: 'a trustee\u2019s own tool: makes keys, and signs only what it has verified by itself',
    load: async () => (await import('./trustee/trustee.command.js')).trusteeCommand,
  },
  registrar: {
    usage: 'registrar init|fingerprint|issue|letters|reissue|fetch|send --home DIR --server URL --ballot ID | --files DIR',
    ko: '감사 부서의 도구: 투표 자격을 서버 밖에서 발급하고 다시 발급합니다',
    en: 'the audit office\u2019s tool: issues and re-issues voters\u2019 credentials outside the server',
    load: async () => (await import('./registrar/registrar.command.js')).registrarCommand,
  },
  'organization create': {
    usage: 'organization create --code CODE --name 이름 --name-en NAME --admin SIGN_IN_NAME [--json]',
    ko: '기관과 첫 시스템 관리자를 등록하고 활성화 코드를 출력합니다',
    en: 'found an organisation with its first administrator; prints a one-time activation code',
    load: async () => (await import('./organization/create.command.js')).organizationCreate,
  },
  import: {
    usage: 'import [--organization CODE] --kind units|positions|employees [--apply] [--json] FILE.csv|FILE.xlsx',
    ko: '부서·직위·직원 파일을 점검하고, --apply가 있으면 반영합니다',
    en: 'check a file of units, posts or staff; apply it with --apply',
    load: async () => (await import('./import/import.command.js')).importCommand,
  },
  'audit verify': {
    usage: 'audit verify [--organization CODE]',
    ko: '감사 기록의 사슬을 검증합니다',
    en: 'verify the chain of the audit log',
    load: async () => (await import('./audit/verify.command.js')).auditVerify,
  },
  'bench filing': {
    usage: 'bench filing [--quick] [--profile]',
    ko: '마감 직전 1,500명의 희망 제출을 최소 처리기와 견주어 측정합니다',
    en: 'measure 1,500 people filing before a deadline against a bare handler',
    load: async () => (await import('./bench.command.js')).benchFiling,
  },
  'bench round': {
    usage: 'bench round [--quick]',
    ko: '직위 1,480개 목록과 1,500명 배치를 측정합니다',
    en: 'measure the catalogue of 1,480 posts and the placement of 1,500 people',
    load: async () => (await import('./bench.command.js')).benchRound,
  },
  'bench matching': {
    usage: 'bench matching [--quick] [--sizes 1500,10000] [--mechanisms da,ttc] [--no-peers]',
    ko: '배치 엔진을 C 순환, 다른 공개 라이브러리와 견주어 100만 명까지 측정합니다',
    en: 'measure the placement engine up to a million people against a C loop and other libraries',
    load: async () => (await import('./bench-matching.command.js')).benchMatching,
  },
  'bench ballots': {
    usage: 'bench ballots [--quick]',
    ko: '투표지의 증명과 개표판 검증을 측정합니다',
    en: 'measure proofs of ballots and the verification of whole boards',
    load: async () => (await import('./bench.command.js')).benchBallots,
  },
  migrate: {
    usage: 'migrate [--revert N]',
    ko: '데이터베이스를 최신 구조로 바꿉니다',
    en: 'bring the database schema to the newest version',
    load: async () => (await import('./migrate.command.js')).migrateCommand,
  },
};

/** The entry whose name is the first words of the line; two-word commands (`audit verify`) come first. */
export const findCommand = (argv: readonly string[]): { entry: CommandEntry; rest: readonly string[] } | undefined => {
  for (const words of [2, 1]) {
    const entry = COMMANDS[argv.slice(0, words).join(' ')];
    if (entry && argv.length >= words) return { entry, rest: argv.slice(words) };
  }
  return undefined;
};

export const helpText = (): string => {
  const lines = Object.values(COMMANDS).map(({ usage, ko, en }) => `  jari ${usage}\n      ${ko}\n      ${en}`);
  return `자리 · Jari\n\n${lines.join('\n')}\n`;
};
