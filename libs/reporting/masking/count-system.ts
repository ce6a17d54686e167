/** A count of people that is to be published, and what of it has to be known to mask it. */
export interface CountCell {
  readonly id: string;
  /** Zero or more, whole. */
  readonly value: number;
  /** How many different people stand behind the value; the value itself without it. */
  readonly people?: number;
  /** Which count to give up last when others have to be masked with a small one: the higher, the later. 0 without it. */
  readonly keep?: number;
}

/** One sum that everybody can work out: the total equals its parts together. */
export interface CountLine {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Membership of a cell in a line: +1 as its total, −1 as one of its parts. */
export interface Member {
  readonly cell: number;
  readonly sign: 1 | -1;
}

/** Cells and lines by number. */
export interface CountSystem {
  readonly cells: readonly CountCell[];
  readonly lines: readonly (readonly Member[])[];
  /** Cell → the lines in which it stands. */
  readonly linesOf: readonly (readonly { readonly line: number; readonly sign: 1 | -1 }[])[];
}

/** @throws Error when an id is unknown or doubled, or a line does not add up: a fault of the program */
export const countSystem = (cells: readonly CountCell[], lines: readonly CountLine[]): CountSystem => {
  const numberOf = new Map(cells.map(({ id }, index) => [id, index]));
  if (numberOf.size !== cells.length) throw new Error('Two counts bear the same id');
  const at = (id: string): number => {
    const index = numberOf.get(id);
    if (index === undefined) throw new Error(`No count bears the id ${id}`);
    return index;
  };
  const members = lines.map(({ total, parts }): readonly Member[] => [
    { cell: at(total), sign: 1 }, ...parts.map((part) => ({ cell: at(part), sign: -1 as const })),
  ]);
  members.forEach((line, index) => {
    if (line.reduce((sum, { cell, sign }) => sum + sign * (cells[cell]?.value ?? 0), 0) !== 0) throw new Error(`The sum ${lines[index]?.total ?? ''} does not add up`);
  });
  const linesOf: { line: number; sign: 1 | -1 }[][] = cells.map(() => []);
  members.forEach((line, index) => line.forEach(({ cell, sign }) => linesOf[cell]?.push({ line: index, sign })));
  return { cells, lines: members, linesOf };
};
