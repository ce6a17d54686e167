/** Beyond so many nodes the search gives up. */
const MOST_NODES = 200_000;

/**
 * A smallest set that has a member in each of `sets`, ascending; null when the search was given up. Branches on the members
 * of a set that is not met yet, and prunes by disjoint unmet sets, each of which needs a member of its own.
 */
export function smallestHittingSet(sets: readonly (readonly number[])[]): number[] | null {
  let best: number[] | null = null;
  let nodes = 0;
  const chosen: number[] = [];
  function search(): void {
    if (nodes++ > MOST_NODES) return;
    const unmet = sets.filter((set) => !set.some((member) => chosen.includes(member))).sort((a, b) => a.length - b.length);
    const first = unmet[0];
    if (first === undefined) {
      if (best === null || chosen.length < best.length) best = [...chosen];
      return;
    }
    if (best !== null && chosen.length + disjoint(unmet) >= best.length) return;
    for (const member of first) {
      chosen.push(member);
      search();
      chosen.pop();
    }
  }
  search();
  const found: number[] | null = best;
  return nodes > MOST_NODES || found === null ? null : [...found].sort((a, b) => a - b);
}

function disjoint(sets: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  let count = 0;
  for (const set of sets) {
    if (set.some((member) => seen.has(member))) continue;
    for (const member of set) seen.add(member);
    count++;
  }
  return count;
}
