import type { Bilingual } from '#contracts';
import type { DemoAccount } from './start.dependencies.js';

export interface BannerFacts {
  readonly address: string;
  readonly database: Bilingual;
  readonly logs: string | undefined;
  readonly accounts: readonly DemoAccount[];
}

// Hangul, Hanja and full-width forms take two columns in a terminal (Unicode Standard Annex #11, W and F).
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (WIDE.test(sign) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

function table(rows: readonly (readonly string[])[]): string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => `    ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('   ')}`.trimEnd());
}

function accountLines(accounts: readonly DemoAccount[]): string[] {
  if (accounts.length === 0) return [];
  return [
    '',
    '  체험용 계정(가상 데이터) · Demo accounts (invented people)',
    ...table([
      ['역할 · Role', '아이디 · Sign-in name', '비밀번호 · Password'],
      ...accounts.map(({ role, signInName, password }) => [`${role.ko} · ${role.en}`, signInName, password]),
    ]),
  ];
}

/** What a person sees when everything runs. */
export function banner({ address, database, logs, accounts }: BannerFacts): string {
  return [
    '',
    '  자리 · Jari',
    '',
    ...table([
      ['주소 · Address', address],
      ['API 문서 · API documentation', `${address}/docs`],
      ['데이터 · Data', database.ko],
      ['', database.en],
      ...(logs === undefined ? [] : [['기록 · Logs', logs]]),
    ]),
    ...accountLines(accounts),
    '',
    '  Ctrl-C를 누르면 종료되며 데이터는 그대로 남습니다. · Ctrl-C stops everything; the data stay.',
    '',
  ].join('\n');
}
