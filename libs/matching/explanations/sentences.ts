import { withJosa } from './josa.js';
import { DECIDED_OTHERWISE, NO_EXCHANGE, NO_PLACES, OBJECTIVE, PLACES_BY_REQUEST, PLACES_BY_TRADE, PLACES_BY_TURN, PLACES_KEPT, PLACES_TO_PEOPLE_AHEAD, type Facts, type MissedWish } from './facts.js';

/** What the sentences need from the caller, in one language. */
export interface Words {
  readonly seat: (seat: number) => string;
  readonly reason: (code: string) => string;
}

/** The outcome and, wish by wish, why it was not better: as an official letter would put it. No other person appears. */
export function koreanSentence(facts: Facts, words: Words): string {
  return [koreanOutcome(facts, words), ...facts.missed.map((wish) => koreanMiss(wish, words))].join(' ');
}

export function englishSentence(facts: Facts, words: Words): string {
  return [englishOutcome(facts, words), ...facts.missed.map((wish) => englishMiss(wish, words))].join(' ');
}

function koreanOutcome(facts: Facts, words: Words): string {
  if (facts.seat < 0) {
    return facts.missed.length > 0 ? '희망하신 자리 가운데 배치가 가능한 자리가 없어 이번에는 배치되지 않으셨습니다.' : '제출하신 희망이 없어 이번에는 배치되지 않으셨습니다.';
  }
  const seat = words.seat(facts.seat);
  if (facts.rank !== null && facts.stayed) return `${facts.rank}지망으로 희망하신 현재 자리(${seat})에서 계속 근무하시게 되었습니다.`;
  if (facts.rank !== null) return `${facts.rank}지망으로 희망하신 ${seat}에 배치되셨습니다.`;
  if (!facts.stayed) return `${seat}에 배치되셨습니다.`;
  return facts.missed.length > 0
    ? `희망하신 자리 가운데 배치가 가능한 자리가 없어 현재 자리(${seat})에서 계속 근무하시게 되었습니다.`
    : `현재 자리(${seat})에서 계속 근무하시게 되었습니다.`;
}

function koreanMiss(wish: MissedWish, words: Words): string {
  const seat = words.seat(wish.seat);
  const topic = `${wish.position === 0 ? '현재 자리인 ' : `${wish.position}지망 `}${withJosa(seat, '은/는')}`;
  if (wish.ineligible) return `${topic} 배치 요건에 맞지 않아 대상에서 제외되었습니다(사유: ${words.reason(wish.reason)}).`;
  switch (wish.reason) {
    case NO_PLACES: return `${topic} 이번에 배치하는 자리가 없었습니다.`;
    case PLACES_KEPT: return `${topic} 현재 근무하는 ${koreanTakers(wish)} 계속 맡게 되어 빈자리가 나지 않았습니다.`;
    case PLACES_BY_TURN: return `${topic} 순번이 앞선 ${koreanTakers(wish)} 먼저 선택하셨습니다.`;
    case PLACES_BY_TRADE: return `${topic} ${koreanPlaces(wish)} 우선순위와 자리 교환에 따라 배정되었습니다.`;
    case PLACES_BY_REQUEST: return `${topic} ${koreanPlaces(wish)} 순번과 자리 요청에 따라 배정되었습니다.`;
    case OBJECTIVE: return `${topic} 배치 전체의 목표에 따라 다른 분께 배정되었습니다.`;
    case NO_EXCHANGE: return `${topic} 서로에게 도움이 되는 교환이 이루어지지 않았습니다.`;
    case PLACES_TO_PEOPLE_AHEAD: return `${topic} ${koreanPlaces(wish)} 우선순위가 앞선 ${wish.places === 1 ? '분께' : '분들께'} 배정되었습니다${koreanScores(wish)}.`;
    case DECIDED_OTHERWISE: return `${topic} 우선순위가 아닌 별도의 결정에 따라 배정되었습니다.`;
    default: return `${topic} 배정되지 않았습니다(사유: ${words.reason(wish.reason)}).`;
  }
}

function koreanPlaces(wish: MissedWish): string {
  return wish.places === 1 ? '한 자리가' : `${wish.places}자리가 모두`;
}

function koreanTakers(wish: MissedWish): string {
  return wish.places === 1 ? '분이 한 자리를' : `분들이 ${wish.places}자리를 모두`;
}

function koreanScores(wish: MissedWish): string {
  const own = wish.score === null ? [] : [`본인 ${wish.score}점`];
  const last = wish.cutoff === null ? [] : [`배치된 분들의 최저점 ${wish.cutoff}점`];
  const drawn = !wish.lottery ? [] : [wish.score === null ? '순서는 공개 추첨으로 결정' : '점수가 같아 공개 추첨으로 결정'];
  const parts = [...own, ...last, ...drawn];
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function englishOutcome(facts: Facts, words: Words): string {
  if (facts.seat < 0) {
    return facts.missed.length > 0 ? 'None of your wishes could be met, and you have no seat from this round.' : 'You named no wish, and you have no seat from this round.';
  }
  const seat = words.seat(facts.seat);
  if (facts.rank !== null && facts.stayed) return `You stay at your present seat, ${seat}, which was wish ${facts.rank} on your list.`;
  if (facts.rank !== null) return `You are placed at ${seat}, wish ${facts.rank} on your list.`;
  if (!facts.stayed) return `You are placed at ${seat}.`;
  return facts.missed.length > 0 ? `None of your wishes could be met, so you stay at your present seat, ${seat}.` : `You stay at your present seat, ${seat}.`;
}

function englishMiss(wish: MissedWish, words: Words): string {
  const topic = wish.position === 0 ? `Your present seat, ${words.seat(wish.seat)},` : `Wish ${wish.position}, ${words.seat(wish.seat)},`;
  if (wish.ineligible) return `${topic} was not open to you (reason: ${words.reason(wish.reason)}).`;
  switch (wish.reason) {
    case NO_PLACES: return `${topic} had no place in this round.`;
    case PLACES_KEPT: return `${topic} had no vacancy: ${wish.places === 1 ? 'the person serving there keeps its only place' : `the people serving there keep all ${wish.places} places`}.`;
    case PLACES_BY_TURN: return `${topic} was full: people with an earlier turn chose ${englishPlaces(wish, 'its only place')}.`;
    case PLACES_BY_TRADE: return `${topic} was full: ${englishPlaces(wish, 'its only place')} went to others by priority and by trades of seats.`;
    case PLACES_BY_REQUEST: return `${topic} was full: ${englishPlaces(wish, 'its only place')} went to others by turn and by requests for seats.`;
    case OBJECTIVE: return `${topic} was not given to you: the aim of the whole placement decided.`;
    case NO_EXCHANGE: return `${topic} could not be reached by an exchange that is good for both sides.`;
    case PLACES_TO_PEOPLE_AHEAD: return `${topic} was full: ${englishPlaces(wish, 'its only place')} went to people who rank ahead of you${englishScores(wish)}.`;
    case DECIDED_OTHERWISE: return `${topic} was filled by a separate decision, not by priority.`;
    default: return `${topic} was not given (reason: ${words.reason(wish.reason)}).`;
  }
}

function englishPlaces(wish: MissedWish, one: string): string {
  return wish.places === 1 ? one : `all ${wish.places} places`;
}

function englishScores(wish: MissedWish): string {
  const own = wish.score === null ? [] : [`your score ${wish.score}`];
  const last = wish.cutoff === null ? [] : [`lowest score placed ${wish.cutoff}`];
  const drawn = !wish.lottery ? [] : [wish.score === null ? 'the published lottery set the order' : 'equal scores, decided by the published lottery'];
  const parts = [...own, ...last, ...drawn];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
