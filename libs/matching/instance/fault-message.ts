import type { Fault, FaultCode, FaultTable } from './fault.js';

type Texts = Readonly<Record<'ko' | 'en', string>>;

const TEXTS: Readonly<Record<FaultCode, Texts>> = {
  NOT_AN_OBJECT: { ko: '객체가 아닙니다.', en: 'is not an object.' },
  UNKNOWN_FORMAT: { ko: '알 수 없는 형식입니다. "jari-instance/1"이어야 합니다.', en: 'is not a known format; it must be "jari-instance/1".' },
  WRONG_TYPE: { ko: '값의 종류가 올바르지 않습니다. 필요한 종류: {expected}', en: 'has the wrong type; expected {expected}.' },
  ID_MISSING: { ko: '식별자가 비어 있습니다.', en: 'has no id.' },
  DUPLICATE_ID: { ko: '같은 식별자가 앞에 이미 있습니다: "{id}"', en: 'repeats the id "{id}".' },
  UNKNOWN_SEAT: { ko: '이번 배치에 없는 자리입니다.', en: 'names a seat that is not in this round.' },
  DUPLICATE_WISH: { ko: '같은 자리를 두 번 희망하였습니다.', en: 'repeats a seat that is already wished for.' },
  WISH_FOR_OLD_SEAT: { ko: '반드시 옮겨야 하는 사람이 현재 자리를 희망하였습니다.', en: 'is the old seat of somebody who must move.' },
  SCORE_COUNT: { ko: '점수의 수({scores})와 희망의 수({wishes})가 다릅니다.', en: 'has {scores} scores for {wishes} wishes.' },
  SCORE_RANGE: { ko: '점수는 0부터 65535까지의 정수여야 합니다.', en: 'must be an integer from 0 to 65535.' },
  REASON_COUNT: { ko: '제외 사유의 수({reasons})와 희망의 수({wishes})가 다릅니다.', en: 'has {reasons} reasons for {wishes} wishes.' },
  BAD_CAPACITY: { ko: '자리 수는 0 이상의 정수여야 합니다.', en: 'must be an integer of 0 or more.' },
  HOLDERS_ABOVE_CAPACITY: { ko: '머무를 수 있는 사람({holders}명)이 자리 수({capacity})보다 많습니다.', en: 'is {capacity}, below the {holders} people who may stay there.' },
  PRIORITY_MISSING: { ko: '우선순위 명단이 없습니다.', en: 'is missing: the other seats have a priority list.' },
  PRIORITY_AND_SCORES: { ko: '점수와 우선순위 명단을 함께 쓸 수 없습니다.', en: 'cannot stand beside scores: give one of the two.' },
  UNKNOWN_EMPLOYEE: { ko: '명단에 없는 사람입니다.', en: 'names somebody who is not among the employees.' },
  DUPLICATE_PRIORITY: { ko: '우선순위 명단에 같은 사람이 두 번 나옵니다.', en: 'names the same employee twice.' },
  DUPLICATE_IN_ORDER: { ko: '순서에 같은 사람이 두 번 나옵니다.', en: 'names the same employee twice.' },
  ORDER_INCOMPLETE: { ko: '순서에 빠진 사람이 {missing}명 있습니다.', en: 'leaves out {missing} of the employees.' },
  MISSING_COLUMN: { ko: '필요한 열이 없습니다.', en: 'is a column that the file must have.' },
  DUPLICATE_COLUMN: { ko: '같은 이름의 열이 두 번 나옵니다.', en: 'is a column that stands there twice.' },
  FIELD_COUNT: { ko: '칸의 수({found})가 머리글의 열 수({expected})와 다릅니다.', en: 'has {found} fields where the header has {expected}.' },
  BAD_TEXT: { ko: 'UTF-8로 읽을 수 없는 글자가 있습니다.', en: 'is not valid UTF-8 text.' },
  UNCLOSED_QUOTE: { ko: '따옴표가 올바르게 닫히지 않았습니다.', en: 'has a quotation mark that is not closed properly.' },
  TOO_MANY_FAULTS: { ko: '이 밖에 {more}건의 오류가 더 있습니다.', en: 'has {more} more faults.' },
};

const TABLES: Readonly<Record<FaultTable, Texts>> = {
  instance: { ko: '전체', en: 'instance' },
  employees: { ko: '직원', en: 'employees' },
  seats: { ko: '자리', en: 'seats' },
  order: { ko: '순서', en: 'order' },
};

/** One fault as a line for people: where it stands, then what is wrong. */
export function faultMessage(fault: Fault, lang: 'ko' | 'en'): string {
  const row = fault.row === 0 ? '' : lang === 'ko' ? ` ${fault.row}행` : ` row ${fault.row}`;
  const field = fault.field === '' ? '' : ` ${fault.field}`;
  const text = TEXTS[fault.code][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(fault.params[name] ?? ''));
  return `${TABLES[fault.table][lang]}${row}${field}: ${text}`;
}
