import { addDays, addMonths, daysBetween, toWorkday } from '../dates.js';
import { fill } from '../josa.js';
import { type Random } from '../random.js';
import { type DemoCheckIn, type DemoPreparation } from './model.js';

interface Item {
  readonly what: string;
  readonly evidence: string;
  readonly notes: readonly string[];
}

/** What people do before a move: where, what and how, each with the evidence that a reader could ask for. */
const ITEMS: readonly Item[] = [
  { what: '{duty} 관련 법령과 조례 정리', evidence: '조문별 요약 노트 작성', notes: ['관련 조례 원문 읽음', '시행규칙까지 정리함', '쟁점 조문 다섯 개 표시함'] },
  { what: '지방자치인재개발원 실무 과정 이수', evidence: '수료증 제출 예정', notes: ['1주 차 강의 수강', '과제 제출', '종합 평가 응시'] },
  { what: '{division} 업무 편람 읽기', evidence: '편람 질문 목록 작성', notes: ['편람 앞부분 읽음', '궁금한 점 여덟 가지 적음', '담당자 답변 정리'] },
  { what: '{duty} 담당자와 업무 대화', evidence: '대화 기록 두 쪽', notes: ['일정 잡음', '첫 대화 마침', '후속 질문 보냄'] },
  { what: '컴퓨터활용능력 시험 준비', evidence: '접수증과 성적표', notes: ['기출문제 1회 풀이', '실기 연습 두 시간', '모의고사 78점'] },
  { what: '타 자치구 {duty} 사례 조사', evidence: '비교표 한 장', notes: ['세 개 구 자료 수집', '비교표 초안 작성', '우리 구 적용점 정리'] },
  { what: '보고서 작성 실습', evidence: '연습 보고서 세 편', notes: ['첫 편 작성', '선배 의견 반영', '두 번째 편 작성'] },
  { what: '회계·계약 실무 교육 이수', evidence: '이수증', notes: ['기초 강의 들음', '계약 절차 도식화', '이수 시험 준비'] },
  { what: '민원 응대 역할 연습', evidence: '연습 기록', notes: ['동료와 30분 연습', '어려운 사례 정리', '응대 문구 다듬음'] },
  { what: '{duty} 통계 자료 분석', evidence: '분석 결과 표', notes: ['최근 3년 자료 정리', '증감 원인 적음', '표와 그림 완성'] },
  { what: '공간정보 프로그램 익히기', evidence: '실습 지도 파일', notes: ['설치와 기본 실습', '지도 겹쳐 보기 연습', '실습 지도 완성'] },
  { what: '자격시험 과목 학습', evidence: '필기시험 접수증', notes: ['한 단원 정리', '오답 노트 작성', '모의시험 응시'] },
  { what: '학습동아리에서 {duty} 주제 발표', evidence: '발표 자료', notes: ['주제 정함', '자료 초안 작성', '동아리에서 발표함'] },
  { what: '인수인계서 작성', evidence: '현 업무 인수인계서 초안', notes: ['업무 목록 정리', '연간 일정 표로 만듦', '미결 사항 적음'] },
  { what: '{division} 현장 견학', evidence: '견학 소감 한 쪽', notes: ['견학 신청', '현장 다녀옴', '느낀 점 정리'] },
  { what: '예산서와 결산서 읽기', evidence: '주요 사업 요약', notes: ['세출 예산 읽음', '불용 사유 살펴봄', '사업별 요약 완성'] },
  { what: '청내 정보 시스템 사용법 익히기', evidence: '기능별 연습 기록', notes: ['기본 화면 익힘', '조회 기능 연습', '보고서 출력 연습'] },
  { what: '판례와 질의 회신 모음 읽기', evidence: '사례 열 건 요약', notes: ['사례 세 건 읽음', '사례 여섯 건 요약', '적용 기준 정리'] },
];

/** What one writes on a day that only carries on. */
const CARRIED_ON = ['한 시간 이어서 진행', '자료를 더 찾아봄', '점심시간에 조금씩 진행', '막힌 부분을 적어 둠', '동료와 의견을 나눔', '지난 내용을 다시 봄', '다음 단계를 정함', '일정대로 진행 중'];

const SEASON_MONTHS = 7; // check-ins go back to spring, when the wish list is first drafted

function checkIns(item: Item, from: string, until: string, random: Random): DemoCheckIn[] {
  const days = new Set<string>();
  const span = daysBetween(from, until);
  const wanted = span < 1 ? 0 : Math.min(random.weighted([0, 2, 4, 7, 12, 20], (count) => 6 - Math.sqrt(count)), span);
  for (let tries = 0; days.size < wanted && tries < wanted * 4; tries += 1) {
    const day = toWorkday(addDays(from, random.between(0, span)));
    if (day <= until) days.add(day);
  }
  const sorted = [...days].sort();
  const stage = (index: number): number => Math.floor((index * item.notes.length) / sorted.length);
  return sorted.map((on, index) => ({
    on,
    note: (index === 0 || stage(index) !== stage(index - 1) ? item.notes[stage(index)] : undefined) ?? random.pick(CARRIED_ON),
  }));
}

/** 0 to 3 preparation items for one wish list; higher wishes get more of them. */
export function preparationFor(
  wishes: readonly { rank: number; duty: string; division: string }[], referenceDate: string, random: Random,
): DemoPreparation[] {
  const count = random.weighted([0, 1, 2, 3], (number) => [2, 4, 3, 1][number] ?? 0);
  return random.shuffle(ITEMS).slice(0, count).map((item) => {
    const wish = random.weighted(wishes, ({ rank }) => 1 / rank);
    const from = addDays(addMonths(referenceDate, -SEASON_MONTHS), random.between(0, 120));
    const dueOn = toWorkday(addDays(from, random.between(60, 330)));
    const until = dueOn < referenceDate ? dueOn : referenceDate;
    return {
      wishRank: wish.rank,
      what: fill(item.what, { duty: wish.duty, division: wish.division }),
      dueOn,
      evidenceNote: item.evidence,
      checkIns: checkIns(item, from, until, random),
    };
  }).sort((a, b) => a.wishRank - b.wishRank);
}
