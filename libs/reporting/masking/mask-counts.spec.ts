import type { CountCell, CountLine } from './count-system.js';
import { maskCounts } from './mask-counts.js';
import { determined, possibleTables, sequence, twoWay } from './testing/attacker.js';

const oneWay = (values: readonly number[], more: readonly CountCell[] = []): { cells: CountCell[]; lines: CountLine[] } => ({
  cells: [{ id: 'total', value: values.reduce((sum, value) => sum + value, 0) }, ...values.map((value, index) => ({ id: `part${index + 1}`, value })), ...more],
  lines: [{ total: 'total', parts: values.map((_, index) => `part${index + 1}`) }],
});

const masked = ({ cells, lines }: { cells: readonly CountCell[]; lines: readonly CountLine[] }): string[] => [...maskCounts(cells, lines)].sort();

describe('masking a table of one line', () => {
  it('leaves a table without small counts as it is, zeros included', () => {
    expect(masked(oneWay([5, 0, 12, 30]))).toEqual([]);
  });

  it('masks the next smallest count with a small one, so that the total does not give it away', () => {
    expect(masked(oneWay([3, 20, 8, 0]))).toEqual(['part1', 'part3']);
  });

  it('masks until what is hidden is five people or more', () => {
    expect(masked(oneWay([1, 2, 30, 9]))).toEqual(['part1', 'part2', 'part4']);
    expect(masked(oneWay([4, 3, 30, 9]))).toEqual(['part1', 'part2']);
  });

  it('masks the total where the small count is all there is, or only one other', () => {
    expect(masked(oneWay([3, 0, 0]))).toEqual(['part1', 'total']);
    // 6 less 1: the reader knows that one is below five and the other is not, which leaves 1 and 5 alone.
    expect(masked(oneWay([1, 5]))).toEqual(['part1', 'part2', 'total']);
    expect(masked(oneWay([1, 6]))).toEqual(['part1', 'part2']);
  });

  it('does not let five ones follow from a total of five', () => {
    const ids = masked(oneWay([1, 1, 1, 1, 1]));
    expect(ids).toContain('total');
  });

  it('hides who is nobody when a total below five would otherwise be clear', () => {
    const ids = masked(oneWay([1, 1, 1, 1, 0, 0]));
    expect(ids).toContain('part5');
  });

  it('goes by the people behind a count, not by the count', () => {
    const cells = [{ id: 'total', value: 40, people: 20 }, { id: 'a', value: 12, people: 3 }, { id: 'b', value: 10, people: 9 }, { id: 'c', value: 18, people: 16 }];
    expect(masked({ cells, lines: [{ total: 'total', parts: ['a', 'b', 'c'] }] })).toEqual(['a', 'b']);
  });

  it('gives up last what readers need', () => {
    const table = oneWay([3, 40]);
    const cells = table.cells.map((cell) => (cell.id === 'part2' ? { ...cell, keep: 1 } : cell));
    expect(masked({ ...table, cells })).toEqual(['part1', 'total']);
  });

  it('refuses sums that do not add up and counts that bear one name', () => {
    expect(() => maskCounts([{ id: 'a', value: 3 }, { id: 'b', value: 4 }], [{ total: 'a', parts: ['b'] }])).toThrow('does not add up');
    expect(() => maskCounts([{ id: 'a', value: 3 }, { id: 'a', value: 4 }], [])).toThrow('same id');
    expect(() => maskCounts([{ id: 'a', value: 3 }], [{ total: 'a', parts: ['x'] }])).toThrow('No count');
  });
});

describe('masking tables that share counts', () => {
  it('follows a total into the other table', () => {
    // Department A has 3 applicants in all; the table of departments alone would hide A and B, the cross table must not give them back.
    const table = twoWay([[3, 0], [10, 8], [20, 30]]);
    const ids = new Set(masked(table));
    expect(determined(table, ids)).toEqual([]);
    expect(ids).toContain('r0');
    expect(ids).toContain('x0,0');
  });

  it('sees what several lines give away together though each alone is safe', () => {
    // Hidden: x00 x01 in row 0, x10 x11 x12 in row 1, x22 with x12 in column 2; rows 0 and 1 less columns 0 and 1 leave x12.
    const table = twoWay([[2, 4, 50, 60], [4, 3, 2, 70], [50, 60, 3, 4], [80, 90, 70, 3]]);
    expect(determined(table, new Set(masked(table)))).toEqual([]);
  });
});

describe('an attacker who sees everything published', () => {
  const random = sequence(20_061_006);
  const whole = (below: number): number => Math.floor(random() * below);

  it('cannot pin a masked count of a small table down by trying every table', () => {
    let maskedCounts = 0;
    // Ones and fives are where a reader who knows the rules gets furthest.
    const small = (): number => [0, 1, 1, 1, 2, 3, 5, 6][whole(8)] ?? 0;
    for (let round = 0; round < 300; round++) {
      const width = 2 + whole(2);
      const table = round % 2 === 0
        ? oneWay(Array.from({ length: 2 + whole(4) }, small))
        : twoWay(Array.from({ length: 2 }, () => Array.from({ length: width }, small)));
      const ids = maskCounts(table.cells, table.lines);
      maskedCounts += ids.size;
      const values = possibleTables(table, ids);
      const pinned = [...ids].filter((id) => (values.get(id)?.size ?? 0) < 2);
      expect([table.cells, pinned]).toEqual([table.cells, []]);
    }
    expect(maskedCounts).toBeGreaterThan(400);
  });

  it('cannot solve the equations of larger tables, one-way tables hanging on their totals', () => {
    for (let round = 0; round < 120; round++) {
      const [rows, columns] = [2 + whole(9), 2 + whole(7)];
      const density = 0.3 + random() * 0.6;
      const table = twoWay(Array.from({ length: rows }, () => Array.from({ length: columns }, () => (random() < density ? (random() < 0.6 ? 1 + whole(6) : whole(60)) : 0))));
      const grand = table.cells.find(({ id }) => id === 'grand')?.value ?? 0;
      const first = whole(grand + 1);
      const second = whole(grand - first + 1);
      const system = {
        cells: [...table.cells, { id: 'u', value: first }, { id: 'v', value: second }, { id: 'w', value: grand - first - second }],
        lines: [...table.lines, { total: 'grand', parts: ['u', 'v', 'w'] }],
      };
      const ids = maskCounts(system.cells, system.lines);
      for (const { id, value } of system.cells) if (value > 0 && value < 5) expect(ids).toContain(id);
      expect(determined(system, ids)).toEqual([]);
    }
  });

  it('still reads something: most of a table with few small counts stays', () => {
    const table = twoWay(Array.from({ length: 12 }, (_, row) => Array.from({ length: 8 }, (__, column) => ((row * 8 + column) % 24 === 0 ? 3 : 10 + whole(40)))));
    const ids = maskCounts(table.cells, table.lines);
    expect(ids.size).toBeGreaterThanOrEqual(4);
    expect(ids.size).toBeLessThan(table.cells.length / 4);
  });
});
