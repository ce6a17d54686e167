import type { CheckName } from '#ballot-box';

interface Text {
  readonly ko: string;
  readonly en: string;
}

/** What each check looks at; its count is of these. */
export const CHECK_TEXTS: Readonly<Record<CheckName, Text>> = {
  format: { ko: '형식: 읽은 항목', en: 'format: entries read' },
  specification: { ko: '선거 명세', en: 'specification' },
  credentials: { ko: '투표 자격 = 선거인 수', en: 'credentials = roll' },
  registrar: { ko: '자격 발급자의 서명', en: "registrar's signature" },
  'trustee-keys': { ko: '개표 위원의 검증 열쇠', en: "trustees' verification keys" },
  'trustee-signatures': { ko: '개표 위원의 명세 서명', en: 'trustees who signed the specification' },
  chain: { ko: '해시 사슬로 이어진 항목', en: 'entries chained by hash' },
  close: { ko: '마감 기록', en: 'close record' },
  intake: { ko: '접수 번호, 빠짐없이 한 번씩', en: 'intake indices, each exactly once' },
  reissues: { ko: '재발급된 투표 자격', en: 're-issued credentials' },
  tests: { ko: '시험한 투표지', en: 'tested ballots' },
  envelopes: { ko: '투표 봉투의 서명과 내용', en: 'ballot signatures and contents' },
  revisions: { ko: '투표자별 재투표 순서', en: 'voters whose revisions follow' },
  proofs: { ko: '투표지의 증명', en: 'ballots whose proofs hold' },
  rejections: { ko: '거절된 투표지와 그 사유', en: 'rejected ballots, reason confirmed' },
  counted: { ko: '투표자별 마지막 표의 합', en: 'last ballots in the sum' },
  endorsements: { ko: '개표 위원의 합계 확인', en: 'endorsements of the sum' },
  shares: { ko: '복호화 조각', en: 'decryption shares' },
  result: { ko: '개표 결과', en: 'result' },
  receipts: { ko: '투표 확인증', en: 'receipts honoured' },
};
