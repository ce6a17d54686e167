import type { Bilingual } from '#contracts';
import type { ImportBatchRow, ImportFinding, ImportKind } from '#organization';
import { presentFinding } from '../../../api/organization/import-finding.js';

/** What a file would do, or did. */
export interface ImportAnswer {
  readonly batch: ImportBatchRow;
  readonly faults: readonly ImportFinding[];
  readonly warnings: readonly ImportFinding[];
}

const KIND_NAMES: Readonly<Record<ImportKind, Bilingual>> = {
  UNITS: { ko: '부서', en: 'units' }, POSITIONS: { ko: '직위', en: 'posts' }, EMPLOYEES: { ko: '직원', en: 'employees' },
};

const findingLine = (finding: ImportFinding): string => {
  const { row, columnName, message } = presentFinding(finding);
  const column = columnName === null ? '' : ` · ${columnName.ko} ${columnName.en}`;
  return `  ${row}행 row ${row}${column}: ${message.ko} / ${message.en}`;
};

const section = ({ ko, en }: Bilingual, findings: readonly ImportFinding[]): readonly string[] =>
  findings.length === 0 ? [] : ['', `${ko} / ${en}: ${findings.length}`, ...findings.map(findingLine)];

const outcome = ({ batch: { state } }: ImportAnswer): string => {
  if (state === 'APPLIED') return '반영하였습니다. / Applied.';
  if (state === 'CHECKED') return '점검만 하였고 아무것도 바꾸지 않았습니다. 반영하려면 --apply를 붙여 다시 실행하십시오. / A dry run: nothing was changed. Add --apply to apply the file.';
  return '고칠 곳이 있어 아무것도 바꾸지 않았습니다. / There are faults: nothing was changed.';
};

/** For people, in both languages. */
export const answerText = (organization: string, answer: ImportAnswer): string => {
  const { kind, fileName, rowCount, toAdd, toChange, unchanged } = answer.batch;
  return [
    `${organization} · ${KIND_NAMES[kind].ko} / ${KIND_NAMES[kind].en} · ${fileName}`,
    `  행 / rows: ${rowCount}, 추가 / to add: ${toAdd}, 변경 / to change: ${toChange}, 그대로 / unchanged: ${unchanged}`,
    ...section({ ko: '고칠 곳', en: 'faults' }, answer.faults),
    ...section({ ko: '살펴볼 곳', en: 'worth a look' }, answer.warnings),
    '', outcome(answer), '',
  ].join('\n');
};

/** For programs. */
export const answerJson = (organization: string, { batch, faults, warnings }: ImportAnswer): string => {
  const { kind, fileName, state, rowCount, toAdd, toChange, unchanged } = batch;
  return `${JSON.stringify({
    organization, kind, fileName, applied: state === 'APPLIED', rowCount, toAdd, toChange, unchanged,
    faults: faults.map(presentFinding), warnings: warnings.map(presentFinding),
  }, null, 2)}\n`;
};
