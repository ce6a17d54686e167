import type { Bilingual } from '#contracts';
import { UnitTree } from '#organization';
import type { Tx } from '#platform';
import { loadUnitVersions } from '../seat/post-rows.js';
import { postName } from './post-name.js';

/** A post as a letter names it: 세무관리과 부과팀 · 지방소득세 부과. */
export interface NamedPost {
  readonly id: string;
  readonly code: string;
  readonly unit: Bilingual;
  readonly duty: Bilingual;
  /** Unit and duty in one phrase. */
  readonly title: Bilingual;
}

interface PositionName {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly duty: string;
  readonly dutyEn: string | null;
}

/** The names of all posts, those of abolished units included, by row id. */
export type PostBook = ReadonlyMap<string, NamedPost>;

/** @param on the day of the organisation chart; a unit that does not exist then keeps its last name */
export const loadPostBook = async (tx: Tx, on: string): Promise<PostBook> => {
  const versions = await loadUnitVersions(tx);
  const tree = new UnitTree(versions, on);
  const latest = new Map([...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).map((version) => [version.unitId, version]));
  const rows = await tx.query<PositionName>('SELECT id, code, unit_id AS "unitId", duty, duty_en AS "dutyEn" FROM position WHERE organization_id = $1', [tx.organizationId]);
  return new Map(rows.map(({ id, code, unitId, duty, dutyEn }) => {
    const path = tree.path(unitId);
    // A bureau is not part of how people name a post, unless the post is the bureau's own.
    const named = path.length > 1 ? path.filter(({ type }) => type !== 'BUREAU') : path;
    const units = named.length > 0 ? named : [latest.get(unitId)].filter((version) => version !== undefined);
    const names = units.map(({ name, nameEn }) => ({ ko: name, en: nameEn ?? name }));
    const unit = { ko: names.map(({ ko }) => ko).join(' '), en: names.map(({ en }) => en).reverse().join(', ') };
    const work = { ko: duty, en: dutyEn ?? duty };
    return [id, { id, code, unit, duty: work, title: postName(names, work) }];
  }));
};

/** The named post, or null for none. */
export const postOf = (book: PostBook, id: string | null): NamedPost | null => (id === null ? null : book.get(id) ?? null);
