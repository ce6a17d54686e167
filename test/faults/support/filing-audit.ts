import type { FilingBench } from './filing-bench.js';
import type { Attempt, SentWish } from './filing-tab.js';

interface StoredList {
  readonly employeeId: string;
  readonly version: number;
  readonly draftEdition: number;
  readonly filedEdition: number | null;
  readonly wishes: readonly (SentWish & { readonly edition: number })[];
}
interface Trace {
  readonly action: string;
  readonly version: number;
}

const LISTS = `
  SELECT l.employee_id AS "employeeId", l.version, l.draft_edition AS "draftEdition", l.filed_edition AS "filedEdition",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('edition', w.edition, 'positionId', w.position_id, 'reasonCode', w.reason_code, 'reasonText', w.reason_text)
                               ORDER BY w.edition, w.choice_rank), '[]')
     FROM wish w WHERE w.organization_id = l.organization_id AND w.wish_list_id = l.id) AS wishes
  FROM wish_list l WHERE l.employee_id = ANY($1::uuid[])`;

const TRACES = `
  SELECT subject_id AS "employeeId", jsonb_agg(jsonb_build_object('action', action, 'version', (after->>'version')::integer) ORDER BY id) AS traces
  FROM audit_log WHERE action IN ('wishList.save', 'wishList.file') AND subject_id = ANY($1::text[]) GROUP BY subject_id`;

/** The attempts that can have made a version: the one that was told so, otherwise those that never heard. */
const makersOf = (attempts: readonly Attempt[], version: number, file: boolean): readonly Attempt[] => {
  const candidates = attempts.filter((attempt) => attempt.base === version - 1);
  const told = candidates.filter(({ acknowledged }) => acknowledged);
  return (told.length > 0 ? told : candidates).filter((attempt) => attempt.file === file);
};

const plain = ({ positionId, reasonCode, reasonText }: SentWish): SentWish => ({ positionId, reasonCode, reasonText });

const expectEdition = (list: StoredList, edition: number, makers: readonly Attempt[]): void => {
  const stored = list.wishes.filter((wish) => wish.edition === edition).map(plain);
  expect(makers.map(({ wishes }) => wishes.map(plain))).toContainEqual(stored);
};

/**
 * What was acknowledged took effect exactly once, each version left one audit row, and the wishes in the database are those of
 * one attempt as it was sent: never of two, never a part.
 */
export const expectNothingLostOrMixed = async ({ database, people }: FilingBench, attempts: readonly Attempt[]): Promise<void> => {
  const ids = people.map(({ employeeId }) => employeeId);
  const lists = await database.ask<StoredList>(LISTS, [ids]);
  const traces = new Map((await database.ask<{ employeeId: string; traces: Trace[] }>(TRACES, [ids])).map((row) => [row.employeeId, row.traces]));
  expect(lists.map(({ employeeId }) => employeeId).sort()).toEqual([...ids].sort());
  for (const list of lists) {
    const own = attempts.filter(({ employeeId }) => employeeId === list.employeeId);
    const trace = traces.get(list.employeeId) ?? [];
    const told = own.filter(({ acknowledged }) => acknowledged).map(({ base }) => base + 1);
    expect(new Set(told).size).toBe(told.length);
    // One row a version, none missing, none twice; whatever was acknowledged is among them.
    expect(trace.map(({ version }) => version)).toEqual(Array.from({ length: list.version }, (_, index) => index + 1));
    expect(Math.max(...told)).toBeLessThanOrEqual(list.version);
    for (const { action, version } of trace) expect(makersOf(own, version, action === 'wishList.file')).not.toEqual([]);

    const filed = trace.filter(({ action }) => action === 'wishList.file').at(-1);
    expectEdition(list, list.draftEdition, makersOf(own, list.version, trace.at(-1)?.action === 'wishList.file'));
    if (filed === undefined) expect(list.filedEdition).toBeNull();
    else expectEdition(list, list.filedEdition ?? 0, makersOf(own, filed.version, true));
    expect(list.wishes.filter(({ edition }) => edition !== list.draftEdition && edition !== list.filedEdition)).toEqual([]);
  }
};
