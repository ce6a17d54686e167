import type { Group, Point } from '../groups/group.js';
import { pointText } from '../groups/texts.js';

/**
 * Finds m in 0 … most with m·G = point, by baby steps and giant steps (Shanks 1971): about √most additions and encodings
 * each; the table of baby steps is made once.
 * @returns undefined when there is none
 */
export function smallLogarithms(group: Group, most: number): (point: Point) => number | undefined {
  const width = Math.max(1, Math.ceil(Math.sqrt(most + 1)));
  const table = new Map<string, number>();
  let step = group.base;
  for (let baby = 1; baby < width; baby++) {
    table.set(pointText(group, step), baby);
    step = group.add(step, group.base);
  }
  // After the loop `step` is width·G.
  const giant = width === 1 ? group.base : step;
  return (point) => {
    let rest = point;
    for (let base = 0; base <= most; base += width) {
      const baby = group.isIdentity(rest) ? 0 : table.get(pointText(group, rest));
      if (baby !== undefined) return base + baby <= most ? base + baby : undefined;
      rest = group.subtract(rest, giant);
    }
    return undefined;
  };
}
