import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { AuditLogController } from './audit-log.controller.js';
import { PasswordController } from './password.controller.js';
import { RoleGrantsController } from './role-grants.controller.js';
import { SessionDoor } from './session-door.js';
import { SessionController } from './session.controller.js';

/** Signing in, accounts, roles and the audit log. */
@Module({
  controllers: [SessionController, PasswordController, AccountsController, RoleGrantsController, AuditLogController],
  providers: [SessionDoor],
})
export class PlatformApiModule {}
