/**
 * Lets a card follow the pointer by its handle: when the pointer passes the middle of another card, the card takes that
 * place. Nothing is drawn beside the list, so there is nothing to set in style attributes.
 */
export function followPointer(handle: HTMLElement, item: HTMLElement, moveTo: (place: number) => void): void {
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    item.classList.add('dragged');
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const others = [...(item.parentElement?.children ?? [])].filter((one) => one !== item);
    moveTo(others.filter((one) => middleOf(one) < event.clientY).length);
  });
  const end = (): void => item.classList.remove('dragged');
  handle.addEventListener('pointerup', end);
  handle.addEventListener('lostpointercapture', end);
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
