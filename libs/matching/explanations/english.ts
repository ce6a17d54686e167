import { DECIDED_OTHERWISE, HOLDERS_ONLY, NO_EXCHANGE, NO_PLACES, NOBODY_LEFT, NOBODY_TO_EXCHANGE_WITH, OBJECTIVE, PLACES_BY_REQUEST, PLACES_BY_TRADE, PLACES_BY_TURN, PLACES_KEPT, PLACES_TO_PEOPLE_AHEAD, type Facts, type MissedWish, type StrategyCode, type Trade } from './facts.js';
import { aim, LONGEST_TOLD, type Words } from './words.js';

/** The outcome, how it came about and, wish by wish, why it was not better. Nobody else appears. */
export function englishSentence(facts: Facts, words: Words): string {
  return [outcome(facts, words), ...englishOrigin(facts, words), ...facts.missed.map((wish) => miss(wish, facts, words)), ...aim(facts, words)].join(' ');
}

/** How the seat was come by, where the outcome does not say it. */
export function englishOrigin(facts: Facts, words: Words): string[] {
  if (facts.trade !== null) return [trade(facts.trade, words)];
  return facts.asked ? ['Somebody asked for your seat, so you chose before your own turn.'] : [];
}

export function englishStrategy(code: StrategyCode, { listLimit }: Words): string {
  switch (code) {
    case 'NO_LIST_WAS_BETTER': return 'Going by the wishes you filed, naming other seats or another order could not have brought you a better result.';
    case 'WHOLE_LIST_USED': return `You used the whole list of ${listLimit ?? 'allowed'} wishes. No other order of them could have brought you a better result, but naming other seats might have led to another result.`;
    case 'LIST_MATTERS': return 'Under this mechanism the result can depend on how a list is written, so it cannot be said that another list would have brought you the same.';
  }
}

function outcome(facts: Facts, words: Words): string {
  if (facts.seat < 0) {
    return facts.missed.length > 0 ? 'None of your wishes could be met, and you have no seat from this round.' : 'You named no wish, and you have no seat from this round.';
  }
  const seat = words.seat(facts.seat);
  if (facts.rank !== null && facts.stayed) return `You stay at your present seat, ${seat}, which was wish ${facts.rank} on your list.`;
  if (facts.rank !== null) return `You are placed at ${seat}, wish ${facts.rank} on your list.`;
  if (!facts.stayed) return `You are placed at ${seat}.`;
  return facts.missed.length > 0 ? `None of your wishes could be met, so you stay at your present seat, ${seat}.` : `You stay at your present seat, ${seat}.`;
}

function trade({ gave, gaveOwnSeat, length, cycle }: Trade, words: Words): string {
  const given = words.seat(gave);
  const by = gaveOwnSeat ? `your present seat, ${given}` : `${given}, where you stood first`;
  if (length === null) return `You were given it in exchange for ${by}. The other seats in the exchange are not shown, because they could tell how others rank.`;
  const how = gaveOwnSeat ? 'This came about by an exchange that begins and ends at your present seat' : `You were given it in exchange for ${by}`;
  if (cycle === null || length > LONGEST_TOLD) return `${how}, along ${length} seats in all.`;
  return `${how}: ${[...cycle, gave].map((seat) => words.seat(seat)).join(' → ')}.`;
}

function miss(wish: MissedWish, facts: Facts, words: Words): string {
  const topic = wish.position === 0 ? `Your present seat, ${words.seat(wish.seat)},` : `Wish ${wish.position}, ${words.seat(wish.seat)},`;
  if (wish.ineligible) return `${topic} was not open to you (reason: ${words.reason(wish.reason)}).`;
  switch (wish.reason) {
    case NO_PLACES: return `${topic} had no place in this round.`;
    case PLACES_KEPT: return `${topic} had no vacancy: ${wish.places === 1 ? 'the person serving there keeps its only place' : `the people serving there keep all ${wish.places} places`}.`;
    case PLACES_BY_TURN: return `${topic} was full: ${wish.places === 1 ? 'somebody' : 'people'} with an earlier turn chose ${places(wish)}${notes(turnNotes(wish, facts))}.`;
    case PLACES_BY_TRADE: return `${topic} was full: ${places(wish)} had gone to others by priority and by trades of seats${notes(routeNotes(wish, words))}.`;
    case PLACES_BY_REQUEST: return `${topic} was full: ${places(wish)} had gone to others by turn and by requests for seats${notes(turnNotes(wish, facts))}.`;
    case HOLDERS_ONLY: return `${topic} could not be given to you: only people who hold a seat exchanged seats.`;
    case NOBODY_TO_EXCHANGE_WITH: return `${topic} was held by nobody with whom you could have exchanged seats.`;
    case NOBODY_LEFT: return `${topic} could not be exchanged for: everybody serving there stays.`;
    case NO_EXCHANGE: return `${topic} could not be reached by an exchange that met the conditions.`;
    case OBJECTIVE: return `${topic} was not given to you, as the aim below decided the whole placement.`;
    case PLACES_TO_PEOPLE_AHEAD: return `${topic} was full: ${places(wish)} went to ${wish.places === 1 ? 'somebody who ranks' : 'people who rank'} ahead of you${notes(scoreNotes(wish))}.`;
    case DECIDED_OTHERWISE: return `${topic} was filled by a separate decision, not by priority.`;
    default: return `${topic} was not given (reason: ${words.reason(wish.reason)}).`;
  }
}

function places(wish: MissedWish): string {
  return wish.places === 1 ? 'its only place' : `all ${wish.places} places`;
}

function notes(parts: readonly string[]): string {
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function scoreNotes(wish: MissedWish): string[] {
  return [
    ...(wish.score === null ? [] : [`your score ${wish.score}`]), ...(wish.cutoff === null ? [] : [`lowest score placed ${wish.cutoff}`]),
    ...(!wish.lottery ? [] : [wish.score === null ? 'the published lottery set the order' : 'equal scores, decided by the published lottery']),
  ];
}

function turnNotes({ lastTurn }: MissedWish, { turn }: Facts): string[] {
  return [...(turn === null ? [] : [`your turn ${turn}`]), ...(lastTurn === null ? [] : [`last turn that chose it ${lastTurn}`])];
}

function routeNotes(wish: MissedWish, words: Words): string[] {
  const routes = wish.routes.map(({ through, score, cutoff }) => (through === wish.seat
    ? `lowest score placed by its own priority ${cutoff}, yours ${score}`
    : `lowest score traded from ${words.seat(through)} ${cutoff}, yours there ${score}`));
  return [...routes, ...(wish.lottery ? [wish.score === null ? 'the published lottery set the order' : 'equal scores were ordered by the published lottery'] : [])];
}
