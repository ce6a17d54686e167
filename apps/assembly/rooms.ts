import type { DynamicModule, Type } from '@nestjs/common';
import { ORGANIZATION_ENTITIES } from '#organization';
import { Job, PLATFORM_ENTITIES, type EntityClass, type JobWork, type PlatformPorts } from '#platform';
import { PREFERENCES_ENTITIES } from '#preferences';
import { ROUNDS_ENTITIES } from '#rounds';

/** Every table of every room, for the data source and the drift check. */
export const ENTITIES: readonly EntityClass[] = [...PLATFORM_ENTITIES, Job, ...ORGANIZATION_ENTITIES, ...PREFERENCES_ENTITIES, ...ROUNDS_ENTITIES];

/** The rooms whose services the apps call. */
export const ROOMS: readonly (Type | DynamicModule)[] = [];

/** What the platform asks of the rooms above it. */
export const PORTS: PlatformPorts = {};

/** Every kind of job with its handler. */
export const JOBS: JobWork['jobs'] = [];
export const JOB_HANDLERS: JobWork['handlers'] = [];
