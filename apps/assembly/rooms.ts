import { ORGANIZATION_ENTITIES } from '#organization';
import { PLATFORM_ENTITIES, type EntityClass } from '#platform';

/** Every table of every room, for the data source and the drift check. */
export const ENTITIES: readonly EntityClass[] = [...PLATFORM_ENTITIES, ...ORGANIZATION_ENTITIES];
