import type { Language } from '../../../language.js';

type Texts = Readonly<Record<Language, string>>;

/** What a certificate can show, as HR would say it. */
const PROMISES: Readonly<Record<string, Texts>> = {
  feasible: { ko: '정원과 배치 요건을 지킴', en: 'fits the places and the rules' },
  individuallyRational: { ko: '현재 자리보다 불리해진 사람이 없음', en: 'nobody ends below the present seat' },
  nonWasteful: { ko: '희망자가 있는데 비워 둔 자리가 없음', en: 'no wished-for place stays free' },
  noJustifiedEnvy: { ko: '순서를 거스른 배치가 없음', en: 'nobody is passed over' },
  stable: { ko: '서로 더 원하는 사람과 자리가 없음', en: 'stable' },
  paretoEfficient: { ko: '아무도 손해 보지 않는 개선 여지가 없음', en: 'no improvement is left that harms nobody' },
  twoSidedRational: { ko: '불리해진 자리(부서)가 없음', en: 'no seat ends worse off' },
  twoSidedMaximal: { ko: '양쪽에 이로운 교환이 더 남아 있지 않음', en: 'no exchange is left that is good for both sides' },
  exchangeCycles: { ko: '정해진 인원을 넘지 않는, 서로 겹치지 않는 교환 순환으로만 옮김', en: 'moves only in disjoint cycles of the agreed length' },
  rankMinimal: { ko: '희망 순위의 합이 가장 작음', en: 'least total rank' },
  rankMaximal: { ko: '1지망, 2지망의 순서로 인원이 가장 많음', en: 'most first wishes, then most second ones, and so on' },
  maximumCardinality: { ko: '희망한 자리에 배치된 사람이 가장 많음', en: 'most people at one of their wishes' },
};

/** A promise that has no words yet is named by its code. */
export const promiseText = (name: string, language: Language): string => PROMISES[name]?.[language] ?? name;

export interface TableWords {
  readonly title: (people: string, seats: string, places: string, seed: string) => string;
  readonly heads: readonly [string, ...string[]];
  readonly yes: string;
  readonly no: string;
  readonly ranks: string;
  readonly stayed: string;
  readonly none: string;
  readonly rank: (position: number, andLater: boolean) => string;
  readonly refused: (mechanism: string, reason: string) => string;
  readonly stopped: (mechanism: string, seconds: number) => string;
  readonly broken: (mechanism: string, promises: string) => string;
  readonly kept: (mechanism: string, promises: string) => string;
  readonly promises: string;
  readonly tradeOff: (moves: string, moved: string, first: string, firsts: string) => string;
  readonly losers: (mechanism: string, people: string) => string;
  readonly envious: (mechanism: string, envy: string) => string;
  readonly fair: (mechanisms: string) => string;
}

export const TABLE_WORDS: Readonly<Record<Language, TableWords>> = {
  ko: {
    title: (people, seats, places, seed) => `배치 방식 비교: ${people}명, 자리 ${seats}곳(${places}석), 추첨 씨앗 ${seed}`,
    heads: ['방식', '배치', '1지망', '이동', '미배치', '빈자리', '불리해짐', '순서 거스름', '낭비', '파레토', '약속', 'ms'],
    yes: '지킴', no: '어김', ranks: '희망 순위별 인원', stayed: '잔류', none: '없음',
    rank: (position, andLater) => `${position}지망${andLater ? '~' : ''}`,
    refused: (mechanism, reason) => `${mechanism}: 이 배치에는 쓸 수 없습니다. ${reason}`,
    stopped: (mechanism, seconds) => `${mechanism}: ${seconds}초 안에 끝나지 않아 중단하였습니다.`,
    broken: (mechanism, promises) => `${mechanism}: 약속을 지키지 못하였습니다(${promises}).`,
    kept: (mechanism, promises) => `${mechanism}: ${promises}`,
    promises: '방식별 약속(증명서로 확인함)',
    tradeOff: (moves, moved, first, firsts) => `가장 많은 사람이 옮기는 방식은 ${moves}(${moved}명)이고, 1지망이 가장 많은 방식은 ${first}(${firsts}명)입니다.`,
    losers: (mechanism, people) => `다만 ${mechanism}에서는 현재 자리에 머무를 수 있는데도 그보다 불리해지는 사람이 ${people}명 생깁니다.`,
    envious: (mechanism, envy) => `다만 ${mechanism}에서는 우선순위가 앞서는데도 그 자리를 얻지 못하는 경우가 ${envy}건 생깁니다.`,
    fair: (mechanisms) => `순서를 거스른 배치가 한 건도 없는 방식은 ${mechanisms}입니다.`,
  },
  en: {
    title: (people, seats, places, seed) => `Mechanisms side by side: ${people} people, ${seats} seats (${places} places), seed ${seed}`,
    heads: ['mechanism', 'placed', 'first', 'movers', 'unplaced', 'unfilled', 'worse off', 'envy', 'waste', 'Pareto', 'promise', 'ms'],
    yes: 'holds', no: 'FAILS', ranks: 'People by rank of wish', stayed: 'stayed', none: 'none',
    rank: (position, andLater) => `${position}${andLater ? '+' : ''}`,
    refused: (mechanism, reason) => `${mechanism}: cannot be used here. ${reason}`,
    stopped: (mechanism, seconds) => `${mechanism}: stopped after ${seconds} s.`,
    broken: (mechanism, promises) => `${mechanism}: does not keep its promise (${promises}).`,
    kept: (mechanism, promises) => `${mechanism}: ${promises}`,
    promises: 'What each promises (checked by its certificate)',
    tradeOff: (moves, moved, first, firsts) => `${moves} moves the most people (${moved}); ${first} gives the most first choices (${firsts}).`,
    losers: (mechanism, people) => `But ${mechanism} leaves ${people} people, who might have stayed, with less than their present seat.`,
    envious: (mechanism, envy) => `But under ${mechanism} it happens ${envy} times that somebody with the higher priority does not get the seat.`,
    fair: (mechanisms) => `Nobody is passed over under ${mechanisms}.`,
  },
};
