/** Numbers of alternatives from the best to the last; `tied[i]`: number i is tied with the one before it. */
export interface PreflibOrder {
  readonly numbers: readonly number[];
  readonly tied: readonly boolean[];
}

const COMMA = 44;
const OPEN = 123;
const CLOSE = 125;

/** Reads an order such as `3,{1,4},2` from `at` to the end of the line; null when it is none. An empty one lists nobody. */
export function readOrder(line: string, at: number): PreflibOrder | null {
  const numbers: number[] = [];
  const tied: boolean[] = [];
  let isOpen = false;
  let first = true;
  // What may come next: something (a number or a bracket), or what stands after it.
  let wants = true;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 32 || code === 9) continue;
    if (code >= 48 && code <= 57) {
      if (!wants) return null;
      let number = code - 48;
      for (let next = line.charCodeAt(at + 1); next >= 48 && next <= 57; next = line.charCodeAt(++at + 1)) number = number * 10 + next - 48;
      numbers.push(number);
      tied.push(isOpen && !first);
      first = false;
      wants = false;
    } else if (code === COMMA && !wants) wants = true;
    else if (code === OPEN && wants && !isOpen) { isOpen = true; first = true; }
    else if (code === CLOSE && !wants && isOpen) isOpen = false;
    else return null;
  }
  return isOpen || (wants && numbers.length > 0) ? null : { numbers, tied };
}
