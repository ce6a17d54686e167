import { DECIDED_OTHERWISE, HOLDERS_ONLY, NO_EXCHANGE, NO_PLACES, NOBODY_LEFT, NOBODY_TO_EXCHANGE_WITH, OBJECTIVE, PLACES_BY_REQUEST, PLACES_BY_TRADE, PLACES_BY_TURN, PLACES_KEPT, PLACES_TO_PEOPLE_AHEAD, type Facts, type MissedWish, type StrategyCode, type Trade } from './facts.js';
import { withJosa } from './josa.js';
import { aim, LONGEST_TOLD, type Words } from './words.js';

/** The outcome, how it came about and, wish by wish, why it was not better: as an official letter would put it. Nobody else appears. */
export function koreanSentence(facts: Facts, words: Words): string {
  return [outcome(facts, words), ...koreanOrigin(facts, words), ...facts.missed.map((wish) => miss(wish, facts, words)), ...aim(facts, words)].join(' ');
}

/** How the seat was come by, where the outcome does not say it. */
export function koreanOrigin(facts: Facts, words: Words): string[] {
  if (facts.trade !== null) return [trade(facts.trade, words)];
  return facts.asked ? ['현재 자리를 희망하신 분이 계셔서 본인 순번보다 먼저 선택하셨습니다.'] : [];
}

export function koreanStrategy(code: StrategyCode, { listLimit }: Words): string {
  switch (code) {
    case 'NO_LIST_WAS_BETTER': return '제출하신 희망을 기준으로 보면, 희망하는 자리나 그 순서를 다르게 쓰셨더라도 더 나은 결과를 얻으실 수는 없었습니다.';
    case 'WHOLE_LIST_USED': return `희망은 ${listLimit ?? ''}개까지 쓰실 수 있으며 모두 쓰셨습니다. 쓰신 희망의 순서를 바꾸셨더라도 더 나은 결과를 얻으실 수는 없었으나, 다른 자리를 쓰셨다면 결과가 달라졌을 수 있습니다.`;
    case 'LIST_MATTERS': return '이 배치 방식에서는 희망을 어떻게 쓰는지에 따라 결과가 달라질 수 있으므로, 다르게 쓰셨더라도 결과가 같았으리라고 말씀드릴 수 없습니다.';
  }
}

function outcome(facts: Facts, words: Words): string {
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

function trade({ gave, gaveOwnSeat, length, cycle }: Trade, words: Words): string {
  const given = words.seat(gave);
  if (length === null) {
    return `${gaveOwnSeat ? '현재 자리인' : '우선순위에 따라 먼저 받으실 수 있었던'} ${withJosa(given, '을/를')} 내어 드리고 받으신 자리입니다. 다른 분의 순위가 드러날 수 있어 교환에 포함된 다른 자리는 밝히지 않습니다.`;
  }
  const by = gaveOwnSeat ? '이 배치는 ' : `이 배치는 우선순위에 따라 먼저 받으실 수 있었던 ${withJosa(given, '을/를')} 내어 드리고 받으신 것으로, `;
  if (cycle === null || length > LONGEST_TOLD) return `${by}모두 ${length}개 자리가 이어진 자리 교환으로 이루어졌습니다.`;
  const steps = cycle.map((seat, at) => {
    const to = at + 1 < cycle.length ? words.seat(cycle[at + 1]!) : given;
    return `${at === 0 && gaveOwnSeat ? `현재 자리인 ${words.seat(seat)}` : words.seat(seat)}에서 ${withJosa(to, '으로/로')}`;
  });
  return `${by}${steps.join(', ')} 이어지는 자리 교환으로 이루어졌습니다.`;
}

function miss(wish: MissedWish, facts: Facts, words: Words): string {
  const seat = words.seat(wish.seat);
  const topic = `${wish.position === 0 ? '현재 자리인 ' : `${wish.position}지망 `}${withJosa(seat, '은/는')}`;
  if (wish.ineligible) return `${topic} 배치 요건에 맞지 않아 대상에서 제외되었습니다(사유: ${words.reason(wish.reason)}).`;
  switch (wish.reason) {
    case NO_PLACES: return `${topic} 이번에 배치하는 자리가 없었습니다.`;
    case PLACES_KEPT: return `${topic} 현재 근무하는 ${takers(wish)} 계속 맡게 되어 빈자리가 나지 않았습니다.`;
    case PLACES_BY_TURN: return `${topic} 순번이 앞선 ${takers(wish)} 먼저 선택하셨습니다${notes(turnNotes(wish, facts))}.`;
    case PLACES_BY_TRADE: return `${topic} ${places(wish)} 우선순위와 자리 교환에 따라 먼저 배정되었습니다${notes(routeNotes(wish, words))}.`;
    case PLACES_BY_REQUEST: return `${topic} ${places(wish)} 순번과 자리 요청에 따라 먼저 배정되었습니다${notes(turnNotes(wish, facts))}.`;
    case HOLDERS_ONLY: return `${topic} 자리를 맡고 계신 분들 사이의 교환으로만 배정되어 이번에는 배정받으실 수 없었습니다.`;
    case NOBODY_TO_EXCHANGE_WITH: return `${topic} 현재 근무하는 분이 없어 자리를 바꿀 수 없었습니다.`;
    case NOBODY_LEFT: return `${topic} 현재 근무하는 분이 모두 그대로 근무하시게 되어 자리를 바꿀 수 없었습니다.`;
    case NO_EXCHANGE: return `${topic} 조건에 맞는 자리 교환이 이루어지지 않았습니다.`;
    case OBJECTIVE: return `${topic} 배치 전체를 아래 기준에 맞추어 정한 결과 배정되지 않았습니다.`;
    case PLACES_TO_PEOPLE_AHEAD: return `${topic} ${places(wish)} 우선순위가 앞선 ${wish.places === 1 ? '분께' : '분들께'} 배정되었습니다${notes(scoreNotes(wish))}.`;
    case DECIDED_OTHERWISE: return `${topic} 우선순위가 아닌 별도의 결정에 따라 배정되었습니다.`;
    default: return `${topic} 배정되지 않았습니다(사유: ${words.reason(wish.reason)}).`;
  }
}

function places(wish: MissedWish): string {
  return wish.places === 1 ? '한 자리가' : `${wish.places}자리가 모두`;
}

function takers(wish: MissedWish): string {
  return wish.places === 1 ? '분이 한 자리를' : `분들이 ${wish.places}자리를 모두`;
}

function notes(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function scoreNotes(wish: MissedWish): string[] {
  return [
    ...(wish.score === null ? [] : [`본인 ${wish.score}점`]), ...(wish.cutoff === null ? [] : [`배치된 분들의 최저점 ${wish.cutoff}점`]),
    ...(!wish.lottery ? [] : [wish.score === null ? '순서는 공개 추첨으로 결정' : '마지막 순위와 점수가 같아 공개 추첨으로 결정']),
  ];
}

function turnNotes({ lastTurn }: MissedWish, { turn }: Facts): string[] {
  return [...(turn === null ? [] : [`본인 순번 ${turn}번`]), ...(lastTurn === null ? [] : [`마지막 자리를 선택하신 분의 순번 ${lastTurn}번`])];
}

function routeNotes(wish: MissedWish, words: Words): string[] {
  const routes = wish.routes.map(({ through, score, cutoff }) => (through === wish.seat
    ? `이 자리의 우선순위로 배정된 분들의 최저점 ${cutoff}점, 본인 ${score}점`
    : `${words.seat(through)}의 우선순위로 교환된 분들의 최저점 ${cutoff}점, 본인 ${score}점`));
  return [...routes, ...(wish.lottery ? [wish.score === null ? '순서는 공개 추첨으로 결정' : '점수가 같은 분들 사이의 순서는 공개 추첨으로 결정'] : [])];
}
