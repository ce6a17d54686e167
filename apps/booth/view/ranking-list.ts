import { moved, ranks, tieToggled } from '../choice/picks.js';
import type { Booth } from './booth.js';
import { followPointer } from './drag.js';
import { announce, el, icon, ICONS } from './element.js';

interface Card {
  readonly item: HTMLLIElement;
  readonly handle: HTMLButtonElement;
  readonly rank: HTMLElement;
  readonly up: HTMLButtonElement;
  readonly down: HTMLButtonElement;
  readonly tie: HTMLButtonElement | null;
}

/**
 * The cards in the voter's order: by handle (pointer, or arrow keys) and by buttons. A card that moves stays in the page
 * and its neighbours go round it, so that it keeps the focus and the pointer.
 */
export function rankingList(booth: Booth): HTMLElement {
  const { texts } = booth;
  const cards = booth.options.map((_, option) => makeCard(booth, option, { move, tie }));
  const list = el('ol', { class: 'cards', 'aria-label': texts.listName }, ...booth.picks.order.map((option) => cardOf(option).item));

  function cardOf(option: number): Card {
    const card = cards[option];
    if (card === undefined) throw new RangeError('no such option');
    return card;
  }

  function move(option: number, to: number): void {
    const from = booth.picks.order.indexOf(option);
    const target = Math.max(0, Math.min(to, cards.length - 1));
    if (target === from) return;
    const { item } = cardOf(option);
    const between = booth.picks.order.slice(Math.min(from, target), Math.max(from, target) + 1).filter((one) => one !== option).map((one) => cardOf(one).item);
    if (target > from) item.before(...between);
    else item.after(...between);
    booth.picks = moved(booth.picks, from, target);
    refresh();
    announce(texts.movedTo(booth.nameOf(option), target + 1, cards.length));
  }

  function tie(option: number): void {
    const place = booth.picks.order.indexOf(option);
    if (place === 0) return;
    booth.picks = tieToggled(booth.picks, place);
    refresh();
    announce(texts.tiedNow(booth.nameOf(option), ranks(booth.picks)[place] ?? 0));
  }

  function refresh(): void {
    const numbers = ranks(booth.picks);
    booth.picks.order.forEach((option, place) => {
      const { item, handle, rank, up, down, tie: toggle } = cardOf(option);
      const number = numbers[place] ?? 0;
      rank.textContent = String(number);
      handle.setAttribute('aria-label', texts.handle(booth.nameOf(option), number));
      // A disabled button would lose the focus in the middle of moving.
      up.setAttribute('aria-disabled', String(place === 0));
      down.setAttribute('aria-disabled', String(place === cards.length - 1));
      item.classList.toggle('joined', booth.picks.tied[place] === true);
      if (toggle === null) return;
      toggle.setAttribute('aria-pressed', String(booth.picks.tied[place] === true));
      toggle.setAttribute('aria-disabled', String(place === 0));
    });
  }

  refresh();
  return list;
}

interface Moves {
  readonly move: (option: number, to: number) => void;
  readonly tie: (option: number) => void;
}

function makeCard(booth: Booth, option: number, { move, tie }: Moves): Card {
  const { texts } = booth;
  const name = booth.nameOf(option);
  const place = (): number => booth.picks.order.indexOf(option);
  const step = (by: number) => (): void => move(option, place() + by);
  const handle = el('button', { type: 'button', class: 'handle', 'aria-describedby': 'order-hint' }, icon(ICONS.grip));
  handle.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by)();
  });
  const up = el('button', { type: 'button', 'aria-label': texts.upOf(name), onclick: step(-1) }, icon(ICONS.up), texts.up);
  const down = el('button', { type: 'button', 'aria-label': texts.downOf(name), onclick: step(1) }, icon(ICONS.down), texts.down);
  const toggle = booth.picks.kind !== 'weak-ranking' ? null
    : el('button', { type: 'button', 'aria-label': texts.tieOf(name), onclick: () => tie(option) }, texts.tie);
  const rank = el('strong');
  const item = el('li', { class: booth.options[option]?.nota === true ? 'card nota' : 'card' },
    el('div', { class: 'rank' }, handle, rank, el('span', {}, texts.rank)),
    el('div', { class: 'body' },
      el('div', {}, el('p', { class: 'name' }, name), booth.options[option]?.nota === true ? el('p', { class: 'note' }, texts.notaRanked) : null),
      el('div', { class: 'moves' }, toggle, up, down)));
  followPointer(handle, item, (to) => move(option, to));
  return { item, handle, rank, up, down, tie: toggle };
}
