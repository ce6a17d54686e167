import type { WorkContext } from '#platform';
import type { Answer, Client, TestApp } from '../../support/test-app.js';

export interface Batch {
  id: string;
  state: string;
  stage: string;
  progress: number;
  rowCount: number;
  toAdd: number;
  toChange: number;
  unchanged: number;
  faultCount: number;
  warningCount: number;
}

export interface Finding {
  row: number;
  column: string | null;
  columnName: { ko: string; en: string } | null;
  code: string;
  message: { ko: string; en: string };
}

/** Lines of a CSV from cells that need no quoting. */
export const csv = (...lines: readonly (readonly (string | number)[])[]): string => lines.map((cells) => cells.join(',')).join('\r\n');

export const upload = (client: Client, kind: string, content: string | Uint8Array<ArrayBuffer>, fileName = 'file.csv'): Promise<Answer<Batch>> => {
  const form = new FormData();
  form.append('file', new Blob([content]), fileName);
  return client.fetch<Batch>(`/api/imports?kind=${kind}`, { method: 'POST', body: form });
};

export const findings = async (client: Client, id: string, which: 'faults' | 'warnings' = 'faults'): Promise<Finding[]> =>
  (await client.get<Finding[]>(`/api/imports/${id}/${which}?limit=2000`)).body;

/** `row:column code` of every finding. */
export const brief = (found: readonly Finding[]): string[] => found.map(({ row, column, code }) => `${row}:${column ?? '*'} ${code}`);

/** Uploads a file that must be sound and applies it. @returns the applied batch */
export const importFile = async (client: Client, kind: string, content: string | Uint8Array<ArrayBuffer>): Promise<Batch> => {
  const { body } = await upload(client, kind, content);
  if (body.state !== 'CHECKED') throw new Error(`${kind}: ${body.state} ${brief(await findings(client, body.id)).join('; ')}`);
  return (await client.post<Batch>(`/api/imports/${body.id}/apply`)).body;
};

export const UNITS = csv(
  ['부서코드', '부서명', '영문명', '유형', '상위부서코드', '시행일', '폐지일'],
  ['B1', '행복국', 'Happiness Bureau', '국', '', '2020-01-01', ''],
  ['D1', '총무과', 'General Affairs', '과', 'B1', '2020-01-01', ''],
  ['T1', '인사팀', 'Personnel Team', '팀', 'D1', '2020-01-01', ''],
  ['N1', '가람1동', 'Garam 1-dong', '동', '', '2020-01-01', ''],
  ['N2', '가람2동', 'Garam 2-dong', '동', '', '2020-01-01', ''],
  ['N2T', '민원팀', 'Counter Team', '팀', 'N2', '2020-01-01', ''],
);

const POSITION_HEADER = ['직위코드', '부서코드', '담당업무', '정원', '상위직급', '하위직급', '직렬', '보직유형', '격무', '전문직위', '필수보직개월', '시행일'];

export const POSITIONS = csv(
  POSITION_HEADER,
  ['P-HEAD', 'D1', '총무과장', 1, 5, 5, '', '부서장', '', '', '', '2020-01-01'],
  ['P-HR', 'T1', '인사 운영', 2, 6, 8, '행정', '', 'Y', '', '', '2020-01-01'],
  ['P-IT', 'T1', '정보 보안', 1, 6, 7, '전산;행정', '', '', 'Y', 36, '2020-01-01'],
  ['P-N1', 'N1', '주민 등록', 2, 7, 9, '', '', '', '', '', '2020-01-01'],
  ['P-N2', 'N2', '복지 상담', 1, 7, 9, '', '', '', '', '', '2020-01-01'],
  ['P-N2T', 'N2T', '민원 안내', 1, 8, 9, '', '', '', '', '', '2020-01-01'],
);

const EMPLOYEE_HEADER = ['사번', '성명', '직급', '직렬', '임용형태', '임용일', '직위코드', '보직일', '자격증', '휴직종류', '휴직시작일', '휴직종료일'];

export const EMPLOYEES = csv(
  EMPLOYEE_HEADER,
  ['E001', '가온누리', 5, '행정', '정규', '2005-03-02', 'P-HEAD', '2024-01-01', '', '', '', ''],
  ['E002', '나래솔', 7, '행정', 'REGULAR', '2015-01-01', 'P-HR', '2025-01-01', '', '육아', '2025-03-01', '2025-04-01'],
  ['E003', '다솜', 8, '행정', '정규', '2019-07-01', 'P-HR', '2024-07-01', '', '질병', '2026-05-01', ''],
  ['E004', '라온', 8, '사회복지', '정규', '2020-01-01', 'P-N1', '2023-01-01', '사회복지사2급;운전면허', '', '', ''],
  ['E005', '마루', 9, '행정', '시보', '2026-07-01', 'P-N2', '2026-07-01', '', '', '', ''],
  ['E006', '바름', 9, '행정', '정규', '2022-01-01', 'P-N2T', '2025-07-01', '', '', '', ''],
  ['E007', '사랑채', 8, '행정', '정규', '2021-01-01', '', '', '', '', '', ''],
);

/** The small organisation of the files above: units, posts, then people. */
export const importAll = async (client: Client): Promise<Batch[]> => [
  await importFile(client, 'UNITS', UNITS), await importFile(client, 'POSITIONS', POSITIONS), await importFile(client, 'EMPLOYEES', EMPLOYEES),
];

/** An organisation of its own for one test, empty, with an HR officer. */
export const openOrganization = async (app: TestApp): Promise<{ context: WorkContext; hr: Client }> => {
  const context = await app.createOrganization(`org-${Math.random().toString(36).slice(2)}`);
  return { context, hr: await app.signInAs(context.organizationId, 'HR_OFFICER') };
};
