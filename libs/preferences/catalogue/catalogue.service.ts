import { Injectable } from '@nestjs/common';
import { Clock, foundOr404, type Tx } from '#platform';
import { demandBand } from '../demand/demand-band.js';
import { latestDemand, type DemandSource } from '../demand/record-demand.js';
import { explainHindrance, qualify, type Candidate, type Hindrance } from '../qualification/index.js';
import type { CatalogueFilter } from './catalogue-filter.js';
import { CATALOGUE_ORDERS, catalogueTest, type CatalogueSort } from './catalogue-match.js';
import { vacanciesOf, type CataloguePost, type CatalogueRow } from './catalogue-post.js';
import { loadCandidate, loadCatalogueRows } from './catalogue-rows.js';
import { loadUnitPaths, type UnitPaths, type UnitStep } from './unit-paths.js';

export interface CatalogueQuery {
  readonly filter: CatalogueFilter;
  readonly sort: CatalogueSort;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface CataloguePage {
  readonly items: readonly CataloguePost[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Which round the demand bands come from; null before the first. */
  readonly demandFrom: DemandSource | null;
}

interface Reading {
  readonly on: string;
  readonly paths: UnitPaths;
  readonly candidate: Candidate | undefined;
  readonly demandFrom: DemandSource | null;
  readonly rows: readonly CatalogueRow[];
}

interface Judged {
  readonly row: CatalogueRow;
  readonly path: readonly UnitStep[];
  readonly unitRank: number;
  readonly hindrances: readonly Hindrance[] | null;
  readonly qualifies: boolean | null;
}

/** The catalogue of posts: what exists, what is vacant, what one qualifies for and what stands in the way. */
@Injectable()
export class CatalogueService {
  constructor(private readonly clock: Clock) {}

  /** One page of the posts that have not ended today. @param employeeId whose fit and favourites; null = nobody's */
  async search(tx: Tx, employeeId: string | null, { filter, sort, page, pageSize }: CatalogueQuery): Promise<CataloguePage> {
    const reading = await this.read(tx, employeeId);
    const passes = catalogueTest(filter);
    const found = judge(reading).filter(passes).sort(CATALOGUE_ORDERS[sort]);
    const items = found.slice((page - 1) * pageSize, page * pageSize).map((judged) => asPost(judged, reading.demandFrom));
    return { items, total: found.length, page, pageSize, demandFrom: reading.demandFrom };
  }

  /** One post, also one that has ended, with its description. @throws JariError NOT_FOUND */
  async find(tx: Tx, employeeId: string | null, positionId: string): Promise<CataloguePost & { readonly description: string | null }> {
    const reading = await this.read(tx, employeeId, positionId);
    const judged = foundOr404(judge(reading)[0]);
    const text = await tx.one<{ description: string | null }>(
      'SELECT p.description FROM position p WHERE p.organization_id = $1 AND p.id = $2', [tx.organizationId, positionId],
    );
    return { ...asPost(judged, reading.demandFrom), description: text?.description ?? null };
  }

  private async read(tx: Tx, employeeId: string | null, positionId?: string): Promise<Reading> {
    const on = this.clock.today();
    const demandFrom = (await latestDemand(tx)) ?? null;
    const candidate = employeeId === null ? undefined : await loadCandidate(tx, employeeId, on);
    const paths = await loadUnitPaths(tx, on);
    const rows = await loadCatalogueRows(tx, { on, employeeId, demandLabel: demandFrom?.label ?? null, positionId });
    return { on, paths, candidate, demandFrom, rows };
  }
}

const judge = ({ rows, paths, candidate, on }: Reading): Judged[] =>
  rows.map((row) => {
    // A post of a decided reorganisation is judged as of the day on which it begins.
    const day = row.validFrom > on ? row.validFrom : on;
    const hindrances = candidate ? qualify(candidate, row, day) : null;
    return { row, path: paths.of(row.unitId), unitRank: paths.rank(row.unitId), hindrances, qualifies: hindrances && hindrances.length === 0 };
  });

const asPost = ({ row, path, hindrances, qualifies }: Judged, demandFrom: DemandSource | null): CataloguePost => ({
  id: row.id,
  code: row.code,
  duty: row.duty,
  dutyEn: row.dutyEn,
  unitPath: path,
  highestGrade: row.highestGrade,
  lowestGrade: row.lowestGrade,
  jobSeries: row.jobSeries,
  requiredLicences: row.requiredLicences,
  headship: row.headship,
  heavyWorkload: row.heavyWorkload,
  specialist: row.specialist,
  specialistTenureMonths: row.specialistTenureMonths,
  protectedUntil: row.protectedUntil,
  validFrom: row.validFrom,
  validTo: row.validTo,
  authorizedHeadcount: row.authorizedHeadcount,
  vacancies: vacanciesOf(row),
  demand: demandFrom ? demandBand(row.applicants) : null,
  favourite: row.favourite,
  qualifies,
  hindrances: (hindrances ?? []).map(explainHindrance),
});
