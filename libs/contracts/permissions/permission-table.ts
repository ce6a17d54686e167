import type { Role } from '../roles.js';

/** Permission → the roles that carry it. `PUBLIC` needs no session. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;
