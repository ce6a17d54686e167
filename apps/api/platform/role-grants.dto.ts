import { ROLES } from '#contracts';
import { GRANTABLE_ROLES, type GrantableRole } from '#platform';
import { DateField, IdField, OneOfField, TextField } from '../http/fields.js';

export class RoleGrantQuery {
  @IdField({ optional: true }) accountId?: string;
}

export class RoleGrantItem {
  @IdField() id!: string;
  @IdField() accountId!: string;
  @TextField() signInName!: string;
  @OneOfField(ROLES) role!: GrantableRole;
  @DateField() validFrom!: string;
  @DateField({ nullable: true, description: 'The first day on which it holds no more; null without end' }) validTo!: string | null;
}

export class GrantRoleRequest {
  @IdField() accountId!: string;
  @OneOfField(GRANTABLE_ROLES) role!: GrantableRole;
  @DateField() validFrom!: string;
  @DateField({ optional: true, nullable: true }) validTo?: string | null;
}

export class EndRoleRequest {
  @DateField({ description: 'The first day on which it holds no more; today ends it at once' }) validTo!: string;
}
