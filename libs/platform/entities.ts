import { Account } from './accounts/account.entity.js';
import { Organization } from './accounts/organization.entity.js';
import { RoleGrant } from './accounts/role-grant.entity.js';
import { SignInAttempt } from './accounts/sign-in-attempt.entity.js';
import { AuditLog } from './audit/audit-log.entity.js';
import { AuditSeal } from './audit/audit-seal.entity.js';
import { Session } from './sessions/session.entity.js';

/** Every table of this room. */
export const PLATFORM_ENTITIES = [Organization, Account, RoleGrant, SignInAttempt, Session, AuditLog, AuditSeal] as const;
