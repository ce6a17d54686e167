import type { Provider, Type } from '@nestjs/common';
import { AccountCodeService } from './accounts/account-code.service.js';
import { AccountProvisioning } from './accounts/account-provisioning.js';
import { AccountService } from './accounts/account.service.js';
import { AccountSettings } from './accounts/account-settings.js';
import { AccountUpkeep } from './accounts/account-upkeep.js';
import { DerivedRoleCache } from './accounts/derived-role-cache.js';
import { DerivedRoles } from './accounts/derived-roles.js';
import { EmployeeAccountProvisioning } from './accounts/employee-account-provisioning.js';
import { NoDerivedRoles, NoPersonNames } from './accounts/no-organization.js';
import { OrganizationFinder } from './accounts/organization-finder.js';
import { PasswordSignIn } from './accounts/password-sign-in.js';
import { PasswordService } from './accounts/password.service.js';
import { PersonNames } from './accounts/person-names.js';
import { RoleGrantService } from './accounts/role-grant.service.js';
import { SignInProvider } from './accounts/sign-in-provider.js';
import { SignInThrottle } from './accounts/sign-in-throttle.js';
import { SignInService } from './accounts/sign-in.service.js';
import { AuditReader } from './audit/audit-reader.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditVerifier } from './audit/audit-verifier.js';
import type { Config } from './config/config.js';
import { SessionLookup } from './sessions/session-lookup.js';
import { SessionService } from './sessions/session.service.js';

/** What this room asks of the rooms above it. */
export interface PlatformPorts {
  readonly derivedRoles?: Type<DerivedRoles>;
  readonly personNames?: Type<PersonNames>;
  /** How people prove who they are; by password without it. */
  readonly signInProvider?: Type<SignInProvider>;
}

/** Accounts, sessions and the audit log, for the platform module. */
export const accountProviders = (config: Config, ports: PlatformPorts = {}): Provider[] => [
  { provide: AccountSettings, useValue: new AccountSettings(config) },
  { provide: DerivedRoles, useClass: ports.derivedRoles ?? NoDerivedRoles },
  { provide: PersonNames, useClass: ports.personNames ?? NoPersonNames },
  { provide: SignInProvider, useClass: ports.signInProvider ?? PasswordSignIn },
  { provide: AccountProvisioning, useClass: EmployeeAccountProvisioning },
  DerivedRoleCache,
  OrganizationFinder,
  SignInThrottle,
  SignInService,
  PasswordService,
  SessionLookup,
  SessionService,
  AccountService,
  AccountCodeService,
  AccountUpkeep,
  RoleGrantService,
  AuditReader,
  AuditSealer,
  AuditVerifier,
];
