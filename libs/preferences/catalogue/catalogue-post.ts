import type { Bilingual } from '#contracts';
import { headcountOf, type Headship } from '#organization';
import type { DemandBand } from '../demand/demand-band.js';
import type { QualificationCode, QualifyingPost } from '../qualification/index.js';
import type { UnitStep } from './unit-paths.js';

/** A post as the catalogue knows it inside; `applicants` never leaves. */
export interface CatalogueRow extends QualifyingPost {
  readonly code: string;
  readonly unitId: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly headship: Headship | null;
  readonly heavyWorkload: boolean;
  readonly specialist: boolean;
  readonly specialistTenureMonths: number | null;
  readonly authorizedHeadcount: number;
  readonly holders: number;
  /** Holders on long leave or secondment, whose post counts as vacant (별도정원). */
  readonly supernumerary: number;
  readonly favourite: boolean;
  readonly applicants: number;
}

/** A post as people see it. */
export interface CataloguePost {
  readonly id: string;
  readonly code: string;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly unitPath: readonly UnitStep[];
  readonly highestGrade: number;
  readonly lowestGrade: number;
  readonly jobSeries: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly headship: Headship | null;
  readonly heavyWorkload: boolean;
  readonly specialist: boolean;
  readonly specialistTenureMonths: number | null;
  readonly protectedUntil: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly authorizedHeadcount: number;
  readonly vacancies: number;
  /** Of the last round; null when there was none yet. */
  readonly demand: DemandBand | null;
  readonly favourite: boolean;
  /** Whether structural fit stands in nobody's way but tenure and quotas, which a round decides; null without an employee record. */
  readonly qualifies: boolean | null;
  readonly hindrances: readonly { readonly code: QualificationCode; readonly title: Bilingual; readonly reason: Bilingual }[];
}

/** Open places (결원): never below zero, a surplus is no vacancy. */
export const vacanciesOf = ({ authorizedHeadcount, holders, supernumerary }: CatalogueRow): number =>
  headcountOf(authorizedHeadcount, holders, supernumerary).vacancy;
