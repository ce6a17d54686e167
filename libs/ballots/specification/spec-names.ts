import type { Bilingual } from '#contracts';
import { bilingual, foundOr404, type Tx } from '#platform';
import type { Ballot } from '../ballot/ballot.entity.js';

export interface SpecNames {
  readonly organization: { readonly id: string; readonly name: Bilingual };
  readonly position: { readonly id: string; readonly name: Bilingual };
  /** Candidates in the order of the ballot; `seniority` is their place by grade, years of service and number, from 0. */
  readonly candidates: readonly { readonly optionNumber: number; readonly name: string; readonly seniority: number }[];
  readonly nota: Bilingual;
  /** The replaced ballot's election. */
  readonly replaces: string | null;
}

interface Row { readonly code: string; readonly name: string; readonly nameEn: string | null }
interface PostRow extends Row { readonly unit: string; readonly unitEn: string | null }

/** The unit and what is done there; a duty that names its unit says both. */
const postName = ({ name, nameEn, unit, unitEn }: PostRow): Bilingual => {
  const [duty, place] = [nameEn ?? name, unitEn ?? unit];
  return { ko: name.includes(unit) ? name : `${unit} ${name}`, en: duty.includes(place) ? duty : `${duty}, ${place}` };
};

/** The names of a specification, as they are when it is fixed. */
export const namesOf = async (tx: Tx, { id, positionId, effectiveOn, replacesBallotId }: Ballot): Promise<SpecNames> => {
  const organization = foundOr404(await tx.one<Row>('SELECT code, name, name_en AS "nameEn" FROM organization WHERE organization_id = $1', [tx.organizationId]));
  const post = foundOr404(await tx.one<PostRow>(
    `SELECT p.code, p.duty AS name, p.duty_en AS "nameEn", v.name AS unit, v.name_en AS "unitEn" FROM position p
     JOIN org_unit_version v ON v.organization_id = p.organization_id AND v.unit_id = p.unit_id AND v.valid_from <= $3 AND (v.valid_to IS NULL OR v.valid_to > $3)
     WHERE p.organization_id = $1 AND p.id = $2`, [tx.organizationId, positionId, effectiveOn]), 'POSITION_NOT_FOUND');
  const candidates = await tx.query<SpecNames['candidates'][number]>(
    `SELECT c.option_number AS "optionNumber", e.name, row_number() OVER (ORDER BY e.grade, e.hired_on, e.employee_number) - 1 AS seniority
     FROM ballot_candidate c JOIN employee e ON e.organization_id = c.organization_id AND e.id = c.employee_id
     WHERE c.organization_id = $1 AND c.ballot_id = $2 AND c.option_number IS NOT NULL ORDER BY c.option_number`, [tx.organizationId, id]);
  const replaced = replacesBallotId === null ? undefined : await tx.one<{ electionId: string | null }>('SELECT election_id AS "electionId" FROM ballot WHERE organization_id = $1 AND id = $2', [tx.organizationId, replacesBallotId]);
  return {
    organization: { id: organization.code, name: { ko: organization.name, en: organization.nameEn ?? organization.name } },
    position: { id: post.code, name: postName(post) },
    candidates, nota: bilingual('ballot.nota'), replaces: replaced?.electionId ?? null,
  };
};
