import type { BallotKind, Choice } from '#ballot-box';

/**
 * What the voter has picked so far; immutable. `order` holds option numbers. In rankings it is the whole order from the
 * top and `tied[at]` says that the card at this place shares the rank of the one above. In plurality and approval it
 * holds the chosen options.
 */
export interface Picks {
  readonly kind: BallotKind;
  readonly order: readonly number[];
  readonly tied: readonly boolean[];
}

export const isRanking = (kind: BallotKind): boolean => kind === 'strict-ranking' || kind === 'weak-ranking';

/** Rankings begin with the order of the ballot, the other kinds with nothing chosen. */
export function firstPicks(kind: BallotKind, options: number): Picks {
  const order = isRanking(kind) ? Array.from({ length: options }, (_, at) => at) : [];
  return { kind, order, tied: order.map(() => false) };
}

/** The card at `from` goes to place `to` (kept inside the list); the pattern of ties stays where it was. */
export function moved(picks: Picks, from: number, to: number): Picks {
  const order = [...picks.order];
  const [card] = order.splice(from, 1);
  if (card === undefined) return picks;
  order.splice(Math.max(0, Math.min(to, order.length)), 0, card);
  return { ...picks, order };
}

/** Joins the card at this place with the one above, or parts them. The top card has none above. */
export const tieToggled = (picks: Picks, place: number): Picks =>
  place < 1 || place >= picks.order.length ? picks : { ...picks, tied: picks.tied.map((tied, at) => (at === place ? !tied : tied)) };

/** Plurality: this option alone. Approval: put in or taken out. */
export function chosen(picks: Picks, option: number): Picks {
  if (picks.kind === 'plurality') return { ...picks, order: [option] };
  const order = picks.order.includes(option) ? picks.order.filter((one) => one !== option) : [...picks.order, option].sort((a, b) => a - b);
  return { ...picks, order };
}

/** Rank of each place, from 1: tied cards share it and the next rank follows without a gap. */
export function ranks(picks: Picks): readonly number[] {
  let rank = 0;
  return picks.order.map((_, at) => (at > 0 && picks.tied[at] === true ? rank : ++rank));
}

/** Whether it can be cast: plurality needs one; approval may name nobody; a ranking is always whole. */
export const isComplete = (picks: Picks): boolean => picks.kind !== 'plurality' || picks.order.length === 1;

/** As `encryptBallot` takes it. */
export function choiceOf(picks: Picks): Choice {
  if (!isRanking(picks.kind)) return picks.order.length === 0 ? [] : [picks.order];
  const places = ranks(picks);
  return Array.from({ length: places.at(-1) ?? 0 }, (_, group) => picks.order.filter((_option, at) => places[at] === group + 1));
}

/** Some choice that the kind allows, whoever may have chosen it. */
export const anyChoice = (kind: BallotKind, options: number): Choice =>
  choiceOf(kind === 'plurality' ? chosen(firstPicks(kind, options), 0) : firstPicks(kind, options));
