import { asSuperuser } from '../../support/cluster.js';

interface Wish { employeeId: string; positionId: string; rank: number; mutual: boolean }
export interface Person { employeeId: string; state: string; rank: number | null; from: string | null; to: string | null; displaced: boolean; series: string; away: string | null }
interface Seat { positionId: string; state: string; places: number; outsiders: number; heavy: boolean }
export interface Unit { id: string; code: string; type: string; parentId: string | null }

/** The rows of a season as the superuser reads them, for counting them over in the plainest way. */
export interface Rows {
  readonly wishes: readonly Wish[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  /** Position id → code of its department or dong. */
  readonly department: (positionId: string | null) => string;
  /** Position id → bureau, DONG, or the department itself. */
  readonly group: (positionId: string | null) => string;
}

export const readRows = async (database: string, roundId: string, effectiveOn: string, cutOffOn: string): Promise<Rows> => {
  const ask = <R extends object>(sql: string, values: unknown[] = [roundId]): Promise<R[]> => asSuperuser<R>(database, sql, values);
  const wishes = await ask<Wish>('SELECT employee_id AS "employeeId", position_id AS "positionId", choice_rank AS rank, mutual FROM round_wish WHERE round_id = $1');
  const people = await ask<Person>(
    `SELECT employee_id AS "employeeId", state, outcome_rank AS rank, current_position_id AS "from", outcome_position_id AS "to", displaced, facts->>'jobSeries' AS series, facts->>'away' AS away
     FROM round_participant WHERE round_id = $1`);
  const seats = await ask<Seat>(
    `SELECT position_id AS "positionId", state, authorized_headcount AS places, held_by_outsiders AS outsiders, (facts->>'heavyWorkload')::boolean AS heavy FROM round_seat WHERE round_id = $1`);
  const posts = new Map((await ask<{ id: string; unitId: string }>('SELECT id, unit_id AS "unitId" FROM position', [])).map(({ id, unitId }) => [id, unitId]));
  const chart = async (on: string): Promise<Map<string, Unit>> => new Map((await ask<Unit>(
    `SELECT v.unit_id AS id, u.code, v.type, v.parent_id AS "parentId" FROM org_unit_version v JOIN org_unit u ON u.id = v.unit_id
     WHERE v.valid_from <= $1::date AND (v.valid_to IS NULL OR v.valid_to > $1::date)`, [on])).map((unit) => [unit.id, unit]));
  const charts = [await chart(effectiveOn), await chart(cutOffOn)];
  const upwards = (positionId: string | null): Unit[] => {
    const start = posts.get(positionId ?? '') ?? '';
    const units = charts.find((candidate) => candidate.has(start));
    const line: Unit[] = [];
    for (let unit = units?.get(start); unit; unit = units?.get(unit.parentId ?? '')) line.push(unit);
    return line;
  };
  const department = (positionId: string | null): string => {
    const line = upwards(positionId);
    return (line.find(({ type }) => type === 'DEPARTMENT' || type === 'DONG') ?? line[0])?.code ?? 'NONE';
  };
  return {
    wishes, people, seats, department,
    group: (positionId) => {
      const line = upwards(positionId);
      if (line.length === 0) return 'NONE';
      return line.find(({ type }) => type === 'BUREAU')?.code ?? (line.some(({ type }) => type === 'DONG') ? 'DONG' : department(positionId));
    },
  };
};
