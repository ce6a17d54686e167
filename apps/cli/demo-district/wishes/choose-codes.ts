import { type Directory } from '../directory.js';
import { type DemoEmployee, type DemoPosition } from '../model.js';
import { type Random } from '../random.js';
import { fits } from './qualify.js';

/** Of all wishes, how many name a post that the person does not qualify for. */
const MISFIT_SHARE = 0.05;
/** Lengths of the lists, 1 to 5 wishes. */
const LENGTHS = [0.08, 0.16, 0.28, 0.2, 0.28];
/** At which rank (1 to 5) the planned post stands when the list is long enough. */
const PLANNED_RANK = [0.56, 0.26, 0.11, 0.05, 0.02];

export interface CodeChoice {
  readonly employee: DemoEmployee;
  /** The post of the hidden plan, null for whoever has none. */
  readonly planned: string | null;
  /** Posts that may be wished for at all. */
  readonly catalogue: readonly DemoPosition[];
  readonly weight: (position: DemoPosition) => number;
  readonly lookUp: Directory;
  readonly random: Random;
  readonly allows: (employee: DemoEmployee, position: DemoPosition) => boolean;
}

/** One to five distinct position codes, the most wished for first; never the own post. */
export function chooseCodes({ employee, planned, catalogue, weight, lookUp, random, allows }: CodeChoice): string[] {
  const own = lookUp.divisionOfPosition(employee.positionCode);
  const fitting = catalogue.filter((position) => fits(employee, position) && allows(employee, position));
  const elsewhere = fitting.filter((position) => lookUp.division(position.unitCode) !== own);
  const length = random.weightedIndex(LENGTHS) + 1;
  const codes: string[] = [];
  const bureau = lookUp.bureauCode(own.code);
  const draw = (from: readonly DemoPosition[], count: number): void => {
    let left = from.filter((position) => position.code !== planned && position.code !== employee.positionCode);
    for (let drawn = 0; drawn < count && left.length > 0; drawn += 1) {
      const chosen = random.weighted(left, (position) =>
        weight(position) * (lookUp.bureauCode(position.unitCode) === bureau ? 1.5 : 1));
      left = left.filter((position) => position !== chosen);
      codes.push(chosen.code);
    }
  };
  draw(elsewhere.length > 0 ? elsewhere : fitting, length - (planned === null ? 0 : 1));
  if (planned !== null) codes.splice(Math.min(random.weightedIndex(PLANNED_RANK), codes.length), 0, planned);
  return codes.map((code) => {
    if (code === planned || !random.chance(MISFIT_SHARE * 1.4)) return code; // planned posts always fit, so the others make up the share
    const misfit = random.pick(catalogue.filter((position) => !fits(employee, position) && position.nominalGrade !== 0));
    return codes.includes(misfit.code) || misfit.code === employee.positionCode ? code : misfit.code;
  });
}
