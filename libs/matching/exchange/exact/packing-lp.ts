/**
 * Columns with weights, each using some rows; of each row at most `right` may be used. A row with uses and `right` below 0
 * asks for at least so much. Maximise the weight.
 */
export interface Packing {
  readonly rows: number;
  readonly columnStart: Int32Array;
  readonly columnRow: Int32Array;
  /** By entry of `columnRow`: how much of the row one unit of the column uses. */
  readonly columnUse: Float64Array;
  readonly weight: Float64Array;
  readonly right: Float64Array;
}

export interface PackingSolution {
  /** A price for each row, 0 or more but for rounding; no column is worth more than it pays for the rows it uses. */
  readonly price: Float64Array;
  /** By column: how much of it the fractional optimum takes. */
  readonly share: Float64Array;
  readonly pivots: number;
  /** Whether everything asked for is there. */
  readonly isPaid: boolean;
}

const TOLERANCE = 1e-7;
/** Every row has a little more than it should, each another bit, so that the method does not turn in circles; the prices stay exact. */
const PERTURBATION = 1e-5;
const PAID = 1e-3;

/**
 * The fractional optimum by the primal simplex method with an explicit inverse (Dantzig & Orchard-Hays 1954). Columns of the
 * inverse lie together and are mostly empty, so a pivot touches little. What a row asks for at least is first owed, at
 * `owed` a unit. Null when `mostPivots` were not enough.
 */
export function solvePacking({ rows, columnStart, columnRow, columnUse, weight, right }: Packing, owed: number, mostPivots: number): PackingSolution | null {
  const columns = weight.length;
  const inverse = Array.from({ length: rows }, (_, row) => { const unit = new Float64Array(rows); unit[row] = right[row]! < 0 ? -1 : 1; return unit; });
  const value = right.map((one, row) => Math.abs(one) + PERTURBATION * (((row * 7919 + 13) % 1009) + 1) / 1009);
  /** By place in the basis: a column, `columns + row` for what is left of a row, -1 for what is owed. */
  const basic = Int32Array.from(right, (one, row) => (one < 0 ? -1 : columns + row));
  const price = Float64Array.from(right, (one) => (one < 0 ? owed : 0));
  const step = new Float64Array(rows);

  function worth(column: number): number {
    let sum = weight[column]!;
    for (let q = columnStart[column]!; q < columnStart[column + 1]!; q++) sum -= price[columnRow[q]!]! * columnUse[q]!;
    return sum;
  }
  function entering(): { column: number; by: number } {
    let column = -1, by = TOLERANCE;
    for (let one = 0; one < columns; one++) { const gain = worth(one); if (gain > by) { by = gain; column = one; } }
    for (let row = 0; row < rows; row++) if (-price[row]! > by) { by = -price[row]!; column = columns + row; }
    return { column, by };
  }

  for (let pivot = 0; pivot < mostPivots; pivot++) {
    const { column, by } = entering();
    if (column < 0) {
      // Without what every row had too much.
      const exact = Float64Array.from({ length: rows }, (_, place) => right.reduce((sum, one, row) => sum + one * inverse[row]![place]!, 0));
      return { price, share: sharesOf(columns, basic, exact), pivots: pivot, isPaid: basic.every((one, place) => one >= 0 || exact[place]! < PAID) };
    }
    step.fill(0);
    if (column >= columns) step.set(inverse[column - columns]!);
    else {
      for (let q = columnStart[column]!; q < columnStart[column + 1]!; q++) {
        const part = inverse[columnRow[q]!]!, use = columnUse[q]!;
        for (let place = 0; place < rows; place++) step[place]! += part[place]! * use;
      }
    }
    let leave = -1, length = Infinity;
    for (let place = 0; place < rows; place++) {
      if (step[place]! <= TOLERANCE) continue;
      const ratio = value[place]! / step[place]!;
      if (ratio < length) { length = ratio; leave = place; }
    }
    // Every column uses a row, so something leaves, unless rounding has eaten up what was left.
    if (leave < 0) return null;
    for (let place = 0; place < rows; place++) value[place]! -= length * step[place]!;
    value[leave] = length;
    basic[leave] = column;
    const pivotValue = step[leave]!;
    const touched = [...step.keys()].filter((place) => place !== leave && step[place] !== 0);
    for (let row = 0; row < rows; row++) {
      const part = inverse[row]!;
      if (part[leave] === 0) continue;
      const share = part[leave]! / pivotValue;
      price[row]! += by * share;
      for (const place of touched) part[place]! -= step[place]! * share;
      part[leave] = share;
    }
  }
  return null;
}

function sharesOf(columns: number, basic: Int32Array, value: Float64Array): Float64Array {
  const share = new Float64Array(columns);
  basic.forEach((column, place) => { if (column >= 0 && column < columns) share[column] = value[place]!; });
  return share;
}
