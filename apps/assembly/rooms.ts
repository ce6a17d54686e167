import type { DynamicModule, Type } from '@nestjs/common';
import { BALLOTS_ENTITIES, BALLOTS_JOB_HANDLERS, BALLOTS_JOBS, BallotsModule } from '#ballots';
import { ORGANIZATION_ENTITIES, ORGANIZATION_JOB_HANDLERS, ORGANIZATION_JOBS, OrganizationDerivedRoles, OrganizationModule, OrganizationPersonNames } from '#organization';
import { Job, PLATFORM_ENTITIES, type EntityClass, type JobWork, type PlatformPorts } from '#platform';
import { PREFERENCES_ENTITIES, PreferencesModule } from '#preferences';
import { ReportingModule } from '#reporting';
import { ROUNDS_ENTITIES, ROUNDS_JOB_HANDLERS, ROUNDS_JOBS, RoundsModule } from '#rounds';

/** Every table of every room, for the data source and the drift check. */
export const ENTITIES: readonly EntityClass[] = [...PLATFORM_ENTITIES, Job, ...ORGANIZATION_ENTITIES, ...PREFERENCES_ENTITIES, ...ROUNDS_ENTITIES, ...BALLOTS_ENTITIES];

/** The rooms whose services the apps call. */
export const ROOMS: readonly (Type | DynamicModule)[] = [OrganizationModule, PreferencesModule, RoundsModule, BallotsModule, ReportingModule];

/** What the platform asks of the rooms above it. */
export const PORTS: PlatformPorts = { derivedRoles: OrganizationDerivedRoles, personNames: OrganizationPersonNames };

/** Every kind of job with its handler. */
export const JOBS: JobWork['jobs'] = [...ORGANIZATION_JOBS, ...ROUNDS_JOBS, ...BALLOTS_JOBS];
export const JOB_HANDLERS: JobWork['handlers'] = [...ORGANIZATION_JOB_HANDLERS, ...ROUNDS_JOB_HANDLERS, ...BALLOTS_JOB_HANDLERS];
