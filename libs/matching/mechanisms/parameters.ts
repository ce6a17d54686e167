/** What a caller may set on a mechanism, by name; part of what the run's hash covers. */
export type Parameters = Readonly<Record<string, number>>;

export interface ParameterRange {
  readonly standard: number;
  readonly least: number;
  readonly most: number;
}

/** A parameter that the mechanism does not have, or a value outside its range. */
export class ParameterRefused extends Error {
  constructor(readonly mechanism: string, readonly parameter: string, readonly range: ParameterRange | null) {
    super(range === null
      ? `${mechanism} has no parameter "${parameter}"`
      : `${parameter} of ${mechanism} must be an integer from ${range.least} to ${range.most}`);
    this.name = 'ParameterRefused';
  }
}

/** Every parameter of the mechanism, with the caller's values. Throws ParameterRefused. */
export function parametersFor(mechanism: string, ranges: Readonly<Record<string, ParameterRange>> = {}, given: Parameters = {}): Parameters {
  const values = Object.fromEntries(Object.entries(ranges).map(([name, { standard }]) => [name, standard]));
  for (const [name, value] of Object.entries(given)) {
    const range = Object.hasOwn(ranges, name) ? ranges[name] ?? null : null;
    if (range === null || !Number.isInteger(value) || value < range.least || value > range.most) throw new ParameterRefused(mechanism, name, range);
    values[name] = value;
  }
  return values;
}
