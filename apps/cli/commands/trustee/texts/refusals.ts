import { KeygenFault, Malformed, TrusteeRefuses, type KeygenFaultCode, type TrusteeRefusal } from '#ballot-box';
import { Refused, type Words } from '../../../own-machine/problems.js';
import { faultText } from '../../ballot/fault-texts.js';

/** Why a trustee's tool refuses: the desk's reasons and those of the tool around it. */
type RefusalCode =
  | TrusteeRefusal
  | 'STOPPED' | 'NOT_COMPARED' | 'OTHER_TRUSTEES' | 'OTHER_SPECIFICATION' | 'OTHER_BALLOT' | 'BUILT_IN' | 'NO_SHARE' | 'CONFIRMED_ANOTHER' | 'KEYGEN_STOPPED' | 'NOT_DUE' | 'OVER' | 'MALFORMED';

const TEXTS: Readonly<Record<RefusalCode, Words>> = {
  NOT_MY_KEYS: { ko: '명세에 적힌 열쇠가 본인의 열쇠가 아닙니다', en: 'the keys that stand there for you are not yours' },
  NOT_MY_SHARE: { ko: '명세의 검증 열쇠가 본인이 가진 몫과 맞지 않습니다', en: 'the verification share in the specification does not belong to your share' },
  OTHER_TRANSCRIPT: { ko: '본인이 참여한 열쇠 만들기에서 나온 명세가 아닙니다', en: 'the specification is not of the key generation you took part in' },
  NOT_MY_COMMITMENT: { ko: '명세의 추첨 약속값이 본인의 것이 아닙니다', en: 'the commitment for the lot is not yours' },
  OTHER_REGISTRAR: { ko: '명세의 투표 자격 발급자가 대조한 발급자가 아닙니다', en: 'the registrar in the specification is not the one whose fingerprint was compared' },
  SETUP_FAULT: { ko: '명세가 성립하지 않습니다: {fault}', en: 'the specification does not hold: {fault}' },
  BOARD_FAULT: { ko: '개표판이 성립하지 않습니다: {fault}', en: 'the board does not hold: {fault}' },
  CHECKING_PERIOD: { ko: '이 컴퓨터의 시계로 아직 확인 기간입니다. 끝나는 때: {until}', en: 'by this machine\u2019s clock the checking period is not over; it ends at {until}' },
  UNDER_THRESHOLD: { ko: '정족수나 최소 투표수에 미치지 못하여 아무것도 복호화하지 않습니다', en: 'too few have voted; nothing is decrypted' },
  ENDORSED_ANOTHER: { ko: '이 선거에서 이미 다른 합계를 확인하였습니다. 한 선거에는 한 번만 확인합니다', en: 'another sum of this election was endorsed before; there is one endorsement for each election, ever' },
  NOT_ENDORSED: { ko: '본인이 확인한 합계가 아니므로 복호화 조각을 내지 않습니다', en: 'no share without an own endorsement of the sum' },
  ENDORSEMENT_INVALID: { ko: '{trustee}번 관리인의 합계 확인 서명이 맞지 않습니다', en: 'the endorsement of trustee {trustee} is not signed by that trustee' },
  ENDORSEMENTS_DISAGREE: { ko: '서로 다른 두 합계가 확인되었습니다(관리인 {trustee}번과 {other}번). 이 도구는 여기서 멈춥니다', en: 'two different sums were endorsed (trustees {trustee} and {other}); this tool stops here' },
  TOO_FEW_ENDORSEMENTS: { ko: '같은 합계를 확인한 관리인이 아직 부족합니다', en: 'too few trustees have endorsed the sum so far' },
  STOPPED: { ko: '이 선거에서 서로 다른 두 합계 확인을 보았으므로 더는 아무것도 하지 않습니다', en: 'two different endorsements were seen in this election; nothing more is done' },
  NOT_COMPARED: { ko: '{who}의 지문을 compared.txt에서 찾을 수 없습니다: {fingerprint}. 전화나 대면으로 대조한 뒤 적어 주십시오', en: 'the fingerprint of {who}, {fingerprint}, is not in compared.txt; compare it by telephone or in person first' },
  OTHER_TRUSTEES: { ko: '명세의 관리인 명단이 열쇠를 만들 때의 명단과 다릅니다', en: 'the trustees in the specification are not those of the key generation' },
  OTHER_SPECIFICATION: { ko: '이 투표에서 이미 다른 명세를 살펴 서명하였습니다', en: 'another specification of this ballot was signed before' },
  OTHER_BALLOT: { ko: '다른 투표의 내용입니다', en: 'this is of another ballot' },
  BUILT_IN: { ko: '투표 자격을 서버가 발급하는 투표입니다. 서버 운영자가 투표하지 않은 사람을 대신할 수 있습니다. 그래도 서명하려면 --accept-built-in을 적으십시오', en: 'the server itself issues the credentials, so its operator could vote for people who did not; sign all the same with --accept-built-in' },
  NO_SHARE: { ko: '이 투표의 열쇠 몫이 없습니다. 열쇠 만들기가 끝나지 않았습니다', en: 'there is no key share of this ballot; key generation is not finished' },
  CONFIRMED_ANOTHER: { ko: '이 열쇠 만들기에서 이미 다른 기록을 확인하였습니다', en: 'another transcript of this key generation was confirmed before' },
  KEYGEN_STOPPED: { ko: '열쇠 만들기가 중단되었습니다. 책임: {culprit}번 관리인 ({reason})', en: 'key generation has stopped; the fault lies with trustee {culprit} ({reason})' },
  NOT_DUE: { ko: '지금 할 일이 아닙니다', en: 'this is not due now' },
  OVER: { ko: '이미 끝난 투표입니다 ({state})', en: 'the ballot is over ({state})' },
  MALFORMED: { ko: '읽을 수 없는 내용입니다: {at} ({reason})', en: 'cannot be read: {at} ({reason})' },
};

const KEYGEN_TEXTS: Readonly<Record<KeygenFaultCode, Words>> = {
  MALFORMED: { ko: '읽을 수 없는 내용', en: 'unreadable message' },
  MISSING: { ko: '내용이 없음', en: 'missing message' },
  OUT_OF_ORDER: { ko: '순서가 맞지 않음', en: 'out of order' },
  OTHER_SETUP: { ko: '다른 열쇠 만들기의 내용', en: 'of another key generation' },
  BAD_SIGNATURE: { ko: '서명이 맞지 않음', en: 'signature does not hold' },
  NOT_AS_COMMITTED: { ko: '약속한 값과 다름', en: 'not what was committed to' },
  BAD_PROOF: { ko: '증명이 맞지 않음', en: 'proof does not hold' },
  WRONG_SHARE: { ko: '틀린 몫', en: 'wrong share' },
  FALSE_COMPLAINT: { ko: '근거 없는 이의', en: 'unfounded complaint' },
  OTHER_TRANSCRIPT: { ko: '다른 기록을 확인함', en: 'confirmed another transcript' },
  NOT_MY_MESSAGE: { ko: '본인의 내용이 아님', en: 'not your own message' },
};

export type Params = Readonly<Record<string, string | number>>;

const filled = ({ ko, en }: Words, params: Params): Words => {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '–'));
  return { ko: fill(ko), en: fill(en) };
};

export const refusalWords = (code: RefusalCode, params: Params = {}): Words => filled(TEXTS[code], params);

export const refusal = (code: RefusalCode, params: Params = {}): Refused => new Refused(code, refusalWords(code, params));

/** What the protocol's own code refused, in words; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof TrusteeRefuses) {
    const { ko, en } = error.fault === null ? { ko: '–', en: '–' } : faultText(error.fault);
    return new Refused(error.code, { ko: refusalWords(error.code, { fault: ko }).ko, en: refusalWords(error.code, { fault: en }).en });
  }
  if (error instanceof KeygenFault) {
    const { ko, en } = KEYGEN_TEXTS[error.code];
    const { culprit } = error;
    return new Refused(`KEYGEN_${error.code}`, { ko: refusalWords('KEYGEN_STOPPED', { culprit, reason: ko }).ko, en: refusalWords('KEYGEN_STOPPED', { culprit, reason: en }).en });
  }
  if (error instanceof Malformed) return refusal('MALFORMED', { at: error.at, reason: error.reason });
  return error;
}
