/** Cycles of one part of the round; its people are numbered from 0. */
export interface Part {
  readonly people: number;
  /** By cycle: its members, each moving to the seat of the next, */
  readonly members: readonly (readonly number[])[];
  /** the seats they move from and to, */
  readonly origins: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  /** and what it is worth: `heavy` for each member, 1 for each place gained; whole numbers. */
  readonly worth: Float64Array;
  readonly heavy: number;
}

/** How many may move, or have to, from one seat to another. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly bound: 'most' | 'least';
  readonly count: number;
}

export function along({ origins, targets }: Part, cycle: number, from: number, to: number): boolean {
  const at = origins[cycle]!.indexOf(from);
  return at >= 0 && targets[cycle]![at] === to;
}

/** Of these cycles, the first ones that share nobody. */
export function disjoint({ members }: Part, cycles: readonly number[]): number[] {
  const used = new Set<number>();
  return cycles.filter((cycle) => {
    if (members[cycle]!.some((row) => used.has(row))) return false;
    for (const row of members[cycle]!) used.add(row);
    return true;
  });
}

export function worthOf({ worth }: Part, cycles: readonly number[]): number {
  return cycles.reduce((sum, cycle) => sum + worth[cycle]!, 0);
}
