import type { BoardFault, BoardFaultCode } from '#ballot-box';

interface Text {
  readonly ko: string;
  readonly en: string;
}

const TEXTS: Readonly<Record<BoardFaultCode, Text>> = {
  MALFORMED: { ko: '읽을 수 없는 부분이 있습니다: {at} ({reason})', en: 'cannot be decoded at {at}: {reason}' },
  CREDENTIAL_COUNT: { ko: '투표 자격이 {found}개인데 선거인은 {expected}명입니다', en: '{found} credentials for {expected} voters' },
  CREDENTIAL_LIST: { ko: '투표 자격 목록이 명세에 적힌 목록과 다릅니다', en: 'the credential list is not the one in the specification' },
  CREDENTIAL_TWICE: { ko: '{slot}번 자리의 투표 자격이 앞에 이미 있습니다', en: 'the credential of slot {slot} stands in the list before' },
  REGISTRAR_SIGNATURE: { ko: '자격 발급자의 서명이 맞지 않습니다', en: "the registrar's signature does not hold" },
  TRUSTEE_KEYS: { ko: '개표 위원의 검증 열쇠가 공동 열쇠와 맞지 않습니다 (위원 {trustee})', en: 'the verification share of trustee {trustee} does not go with the joint key (0: the joint key itself)' },
  TRUSTEE_SIGNATURE: { ko: '명세에 대한 {trustee}번 위원의 서명이 맞지 않습니다', en: 'trustee {trustee} has not signed this specification' },
  TRUSTEE_TWICE: { ko: '{trustee}번 위원이 두 번 나옵니다', en: 'trustee {trustee} stands there twice' },
  TOO_FEW_SIGNATURES: { ko: '명세에 서명한 위원이 {found}명으로, {expected}명에 미치지 못합니다', en: '{found} trustees signed the specification, {expected} are needed' },
  ENTRY_PLACE: { ko: '{entry}번 자리에 {found}번 항목이 있습니다', en: 'entry {found} stands where entry {entry} belongs' },
  ENTRY_PREVIOUS: { ko: '{entry}번 항목이 앞 항목에 이어지지 않습니다', en: 'entry {entry} does not follow the one before' },
  ENTRY_HASH: { ko: '{entry}번 항목의 내용이 그 해시와 다릅니다', en: 'entry {entry} is not what its hash says' },
  NOT_CLOSED: { ko: '마감 기록이 없습니다', en: 'there is no close record' },
  CLOSE_SIGNATURE: { ko: '마감 기록의 서명이 맞지 않습니다', en: 'the signature of the close record does not hold' },
  CLOSE_ELECTION: { ko: '다른 선거의 마감 기록입니다', en: 'the close record is of another election' },
  CLOSE_ENTRIES: { ko: '마감 기록에는 항목이 {expected}개인데 {found}개가 있습니다', en: '{found} entries, the close record says {expected}' },
  CLOSE_HEAD: { ko: '마지막 항목이 마감 기록과 다릅니다', en: 'the last entry is not the head of the close record' },
  CLOSE_TOO_EARLY: { ko: '투표 마감 시각보다 먼저 마감하였습니다', en: 'closed before the closing time' },
  INTAKE_TWICE: { ko: '{entry}번 항목의 접수 번호 {intakeIndex}번이 이미 나왔습니다', en: 'entry {entry} repeats intake index {intakeIndex}' },
  INTAKE_MISSING: { ko: '접수 번호 {intakeIndex}번이 없습니다', en: 'intake index {intakeIndex} is missing' },
  INTAKE_BEYOND: { ko: '{entry}번 항목의 접수 번호 {intakeIndex}번은 마감 기록의 접수 수를 넘습니다', en: 'entry {entry}: intake index {intakeIndex} is beyond the close record' },
  REISSUE_SIGNATURE: { ko: '{entry}번 항목의 재발급에 자격 발급자의 서명이 없습니다', en: 'entry {entry}: the re-issue is not signed by the registrar' },
  REISSUE_ELECTION: { ko: '{entry}번 항목은 다른 선거의 재발급입니다', en: 'entry {entry}: a re-issue of another election' },
  REISSUE_SLOT: { ko: '{entry}번 항목의 재발급은 그 자리의 현재 자격에 대한 것이 아닙니다', en: 'entry {entry}: the re-issue does not replace the present key of its slot' },
  REISSUE_KEY: { ko: '{entry}번 항목의 새 자격은 이미 쓰인 것입니다', en: 'entry {entry}: the new key was there before' },
  REISSUE_ORDER: { ko: '{entry}번 항목의 재발급 시점이 앞선 재발급보다 이릅니다', en: 'entry {entry}: the re-issue lies before the one before' },
  TEST_INVALID: { ko: '{entry}번 항목의 시험 기록이 맞지 않습니다', en: 'entry {entry}: the test notice does not hold' },
  ENVELOPE_INVALID: { ko: '{entry}번 항목의 투표 봉투가 맞지 않습니다 ({reason})', en: 'entry {entry}: the envelope does not hold ({reason})' },
  REVISION: { ko: '{entry}번 항목의 재투표 순서가 맞지 않습니다 (자리 {slot})', en: 'entry {entry}: not the next revision of slot {slot}' },
  PROOF: { ko: '{entry}번 항목의 증명이 맞지 않습니다 ({reason} {at})', en: 'entry {entry}: not a valid ballot ({reason} {at})' },
  REJECTION_UNFOUNDED: { ko: '{entry}번 항목은 거절할 까닭이 없습니다 ({reason})', en: 'entry {entry}: the reason for the rejection does not hold ({reason})' },
  ENDORSEMENT_SIGNATURE: { ko: '{trustee}번 위원의 합계 확인 서명이 맞지 않습니다', en: 'the endorsement of trustee {trustee} is not signed' },
  ENDORSEMENT_OTHER: { ko: '{trustee}번 위원이 확인한 합계는 이 개표판의 합계가 아닙니다', en: 'trustee {trustee} endorsed another sum' },
  ENDORSEMENTS_DISAGREE: { ko: '{trustee}번 위원이 서로 다른 두 합계를 확인하였습니다', en: 'trustee {trustee} endorsed two different sums' },
  TOO_FEW_ENDORSEMENTS: { ko: '합계를 확인한 위원이 {found}명으로, {expected}명에 미치지 못합니다', en: '{found} endorsements, {expected} are needed' },
  ENDORSED_UNDER_THRESHOLD: { ko: '정족수나 최소 투표수에 미치지 못하는데 합계 확인이 있습니다', en: 'endorsed although too few voted' },
  SHARE_INVALID: { ko: '{trustee}번 위원의 복호화 조각이 맞지 않습니다 ({reason})', en: 'the decryption share of trustee {trustee} does not hold ({reason})' },
  TOO_FEW_SHARES: { ko: '복호화 조각이 {found}개로, {expected}개에 미치지 못합니다', en: '{found} decryption shares, {expected} are needed' },
  SHARES_WITHOUT_ENDORSEMENT: { ko: '합계 확인이 충분하지 않은데 복호화 조각이 있습니다', en: 'decryption shares without enough endorsements' },
  NO_RESULT: { ko: '개표 결과가 없습니다', en: 'there is no result' },
  RESULT_DIFFERS: { ko: '개표 결과가 계산과 다릅니다 ({member})', en: 'the result is not what follows ({member})' },
  UNDECIDABLE_TOTALS: { ko: '합계가 어떤 표로도 나올 수 없는 수입니다', en: 'the totals are no numbers of ballots' },
  RECEIPT_MALFORMED: { ko: '투표 확인증을 읽을 수 없습니다', en: 'the receipt cannot be decoded' },
  RECEIPT_SIGNATURE: { ko: '투표 확인증의 서명이 맞지 않습니다', en: 'the receipt is not signed by the board' },
  RECEIPT_ELECTION: { ko: '다른 선거의 투표 확인증입니다', en: 'the receipt is of another election' },
  RECEIPT_DROPPED: { ko: '확인증이 있는 투표가 개표판에 없습니다 ({tracker})', en: 'the ballot of the receipt is not on the board ({tracker})' },
  RECEIPT_HEAD: { ko: '확인증에 적힌 개표판은 이 개표판이 아닙니다. 두 개의 개표판이 있었습니다', en: 'the receipt names a head that this board never had: there was another board' },
};

const filled = (text: string, params: BoardFault['params']): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '–'));

/** What does not hold, in both languages. */
export function faultText({ code, params }: BoardFault): Text {
  const { ko, en } = TEXTS[code];
  const entry = code === 'MALFORMED' && 'entry' in params ? params.entry : undefined;
  return {
    ko: `${entry === undefined ? '' : `${entry}번 항목: `}${filled(ko, params)}`,
    en: `${entry === undefined ? '' : `entry ${entry}: `}${filled(en, params)}`,
  };
}
