import type { CountCell, CountLine } from '../count-system.js';

interface Table {
  readonly cells: readonly CountCell[];
  readonly lines: readonly CountLine[];
}

/** Chance that repeats (linear congruential, Numerical Recipes). @returns numbers in [0, 1) */
export const sequence = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A two-way table with both margins and the grand total: cells `x{row},{column}`, `r{row}`, `c{column}`, `grand`. */
export const twoWay = (rows: readonly (readonly number[])[]): { cells: CountCell[]; lines: CountLine[] } => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const columns = rows[0]?.map((_, index) => rows.map((row) => row[index] ?? 0)) ?? [];
  return {
    cells: [
      { id: 'grand', value: sum(rows.map(sum)) },
      ...rows.map((row, index) => ({ id: `r${index}`, value: sum(row) })),
      ...columns.map((column, index) => ({ id: `c${index}`, value: sum(column) })),
      ...rows.flatMap((row, r) => row.map((value, c) => ({ id: `x${r},${c}`, value }))),
    ],
    lines: [
      { total: 'grand', parts: rows.map((_, index) => `r${index}`) },
      { total: 'grand', parts: columns.map((_, index) => `c${index}`) },
      ...rows.map((row, r) => ({ total: `r${r}`, parts: row.map((_, c) => `x${r},${c}`) })),
      ...columns.map((column, c) => ({ total: `c${c}`, parts: column.map((_, r) => `x${r},${c}`) })),
    ],
  };
};

/**
 * Solves the published equations for the masked counts by elimination.
 * @returns the ids of masked counts of which only one value fits
 */
export const determined = ({ cells, lines }: Table, masked: ReadonlySet<string>): readonly string[] => {
  const unknowns = cells.filter(({ id }) => masked.has(id)).map(({ id }) => id);
  const column = new Map(unknowns.map((id, index) => [id, index]));
  const rows = lines.map(({ total, parts }) => {
    const row = unknowns.map(() => 0);
    for (const [id, sign] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
      const at = column.get(id);
      if (at !== undefined) row[at] = (row[at] ?? 0) + sign;
    }
    return row;
  });
  let rank = 0;
  for (let at = 0; at < unknowns.length && rank < rows.length; at++) {
    const found = rows.findIndex((row, index) => index >= rank && Math.abs(row[at] ?? 0) > 1e-9);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found] ?? [], rows[rank] ?? []];
    const pivot = rows[rank] ?? [];
    const by = pivot[at] ?? 1;
    for (let index = 0; index < pivot.length; index++) pivot[index] = (pivot[index] ?? 0) / by;
    rows.forEach((row, index) => {
      const factor = row[at] ?? 0;
      if (index === rank || Math.abs(factor) < 1e-9) return;
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
    rank++;
  }
  return rows.slice(0, rank).flatMap((row) => {
    const left = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [unknowns[index] ?? ''] : []));
    return left.length === 1 ? left : [];
  });
};

/**
 * Tries every table that fits what is published, knowing that a count above zero is masked and a zero shown as long as no
 * zero is masked, and that no hidden count is larger than `most`.
 * @returns for each masked count the values that occur
 */
export const possibleTables = ({ cells, lines }: Table, masked: ReadonlySet<string>, most = 60): ReadonlyMap<string, ReadonlySet<number>> => {
  const totals = new Set(lines.map(({ total }) => total));
  const free = cells.filter(({ id }) => masked.has(id) && !totals.has(id));
  const zerosMasked = free.some(({ value }) => value === 0);
  const low = zerosMasked ? 0 : 1;
  const known = new Map(cells.filter(({ id }) => !masked.has(id)).map(({ id, value }) => [id, value]));
  const seen = new Map<string, Set<number>>([...masked].map((id) => [id, new Set<number>()]));
  // Lines whose total is shown bound their parts; one whose total is masked is bounded by a margin above the true value.
  const limit = (id: string): number => {
    const shown = lines.filter(({ parts }) => parts.includes(id)).flatMap(({ total }) => known.get(total) ?? []);
    return Math.min(most, ...shown, shown.length === 0 ? (cells.find((cell) => cell.id === id)?.value ?? 0) + 1 : most);
  };
  const values = new Map(known);
  const complete = (): boolean => {
    for (const { total, parts } of [...lines].reverse()) {
      const sum = parts.reduce((all, part) => all + (values.get(part) ?? 0), 0);
      if (known.has(total) ? known.get(total) !== sum : values.has(total) && values.get(total) !== sum) return false;
      values.set(total, sum);
    }
    return true;
  };
  const tooMuch = (id: string): boolean =>
    lines.some(({ total, parts }) => parts.includes(id) && (known.get(total) ?? Infinity) < parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0));
  const tryFrom = (index: number): void => {
    const cell = free[index];
    if (cell === undefined) {
      for (const total of totals) if (!known.has(total)) values.delete(total);
      if (complete()) for (const [id, found] of seen) found.add(values.get(id) ?? 0);
      return;
    }
    for (let value = low; value <= limit(cell.id); value++) {
      values.set(cell.id, value);
      if (!tooMuch(cell.id)) tryFrom(index + 1);
    }
    values.delete(cell.id);
  };
  tryFrom(0);
  return seen;
};
