import type { Fault, FaultCode, FaultTable } from './fault.js';

type Texts = Readonly<Record<'ko' | 'en', string>>;

const TEXTS: Readonly<Record<FaultCode, Texts>> = {
  NOT_JSON: { ko: 'JSON 형식이 아닙니다.', en: 'is not JSON.' },
  NOT_AN_OBJECT: { ko: '객체가 아닙니다.', en: 'is not an object.' },
  WRONG_TYPE: { ko: '값의 종류가 올바르지 않습니다. 필요한 종류: {expected}', en: 'has the wrong type; expected {expected}.' },
  DUPLICATE_MEMBER: { ko: '같은 이름의 항목이 두 번 나옵니다.', en: 'is a member that stands there twice.' },
  UNKNOWN_UNRANKED: { ko: '"tied-last" 또는 "no-opinion"이어야 합니다.', en: 'must be "tied-last" or "no-opinion".' },
  NO_CANDIDATES: { ko: '후보자가 한 명도 없습니다.', en: 'has nobody in it.' },
  TOO_MANY_CANDIDATES: { ko: '후보자는 {most}명을 넘을 수 없습니다.', en: 'has more than {most} names.' },
  NAME_MISSING: { ko: '이름이 비어 있습니다.', en: 'has no name.' },
  DUPLICATE_CANDIDATE: { ko: '같은 이름이 앞에 이미 있습니다: "{name}"', en: 'repeats the name "{name}".' },
  BAD_COUNT: { ko: '표의 수는 1 이상의 정수여야 합니다.', en: 'must be an integer of 1 or more.' },
  TOO_MANY_BALLOTS: { ko: '표의 합계가 {most}장을 넘습니다.', en: 'add up to more than {most}.' },
  UNKNOWN_CANDIDATE: { ko: '후보자 명단에 없습니다.', en: 'is not among the candidates.' },
  REPEATED_CANDIDATE: { ko: '한 표에 같은 후보자가 두 번 나옵니다.', en: 'stands on the same ballot a second time.' },
  BAD_RANK: { ko: '순위는 1 이상의 정수이거나 빈칸이어야 합니다.', en: 'must be an integer of 1 or more, or empty.' },
  DUPLICATE_COLUMN: { ko: '같은 이름의 열이 두 번 나옵니다.', en: 'is a column that stands there twice.' },
  FIELD_COUNT: { ko: '칸의 수({found})가 머리글의 열 수({expected})와 다릅니다.', en: 'has {found} fields where the header has {expected}.' },
  BAD_TEXT: { ko: 'UTF-8로 읽을 수 없는 글자가 있습니다.', en: 'is not valid UTF-8 text.' },
  UNCLOSED_QUOTE: { ko: '따옴표가 올바르게 닫히지 않았습니다.', en: 'has a quotation mark that is not closed properly.' },
  HEADER_MISSING: { ko: '머리글에서 필요한 항목을 찾을 수 없습니다.', en: 'is missing from the header.' },
  BAD_NUMBER: { ko: '1 이상의 정수여야 합니다.', en: 'must be an integer of 1 or more.' },
  BAD_ORDER: { ko: '순서를 읽을 수 없습니다. 예: 12: 3,{1,4},2', en: 'is not an order such as 12: 3,{1,4},2.' },
  TIE_NOT_ALLOWED: { ko: '이 형식의 파일에는 동순위를 쓸 수 없습니다.', en: 'has a tie, which this kind of file may not have.' },
  INCOMPLETE_ORDER: { ko: '이 형식의 파일에는 모든 후보자의 순위가 있어야 합니다. 빠진 후보자: {missing}명', en: 'leaves out {missing} candidates, which this kind of file may not do.' },
  VOTER_COUNT: { ko: '머리글의 투표자 수({expected})와 표의 합계({found})가 다릅니다.', en: 'says {expected}, but the ballots add up to {found}.' },
  TOO_MANY_FAULTS: { ko: '이 밖에 {more}건의 오류가 더 있습니다.', en: 'has {more} more faults.' },
};

const TABLES: Readonly<Record<FaultTable, Texts>> = {
  file: { ko: '파일', en: 'file' },
  candidates: { ko: '후보자', en: 'candidates' },
  ballots: { ko: '표', en: 'ballots' },
};

/** One fault as a line for people: where it stands, then what is wrong. */
export function faultMessage(fault: Fault, lang: 'ko' | 'en'): string {
  const row = fault.row === 0 ? '' : lang === 'ko' ? ` ${fault.row}행` : ` row ${fault.row}`;
  const field = fault.field === '' ? '' : ` ${fault.field}`;
  const text = TEXTS[fault.code][lang].replace(/\{(\w+)\}/g, (place, name: string) => String(fault.params[name] ?? place));
  return `${TABLES[fault.table][lang]}${row}${field}: ${text}`;
}
