import { LANGUAGES, PERMISSIONS, ROLES, type Language, type Permission, type Role } from '#contracts';
import { BooleanField, DateTimeField, IdField, ListField, ObjectField, OneOfField, SecretField, TextField } from '../http/fields.js';

export class SignInRequest {
  @TextField({ min: 1, max: 40, optional: true, description: 'Code of the organisation; not needed where there is only one' }) organization?: string;
  @TextField({ min: 1, max: 40, description: 'The employee number', example: '2019-0417' }) signInName!: string;
  @SecretField() password!: string;
}

export class RedeemCodeRequest {
  @TextField({ min: 1, max: 40, optional: true, description: 'Code of the organisation; not needed where there is only one' }) organization?: string;
  @TextField({ min: 1, max: 40, description: 'The employee number' }) signInName!: string;
  @TextField({ min: 1, max: 40, description: 'The one-time code; case, spaces and hyphens do not matter', example: '7KQ2M-XW9RB-H4TNE' }) code!: string;
  @SecretField({ description: 'The new password' }) password!: string;
}

export class ChangePasswordRequest {
  @SecretField() currentPassword!: string;
  @SecretField() newPassword!: string;
}

export class LanguageRequest {
  @OneOfField(LANGUAGES) language!: Language;
}

export class OrganizationView {
  @IdField() id!: string;
  @TextField() code!: string;
  @TextField() name!: string;
  @TextField() nameEn!: string;
  @BooleanField({ description: 'Invented people: 가상 데이터' }) isDemo!: boolean;
}

export class SessionView {
  @IdField() accountId!: string;
  @IdField({ nullable: true }) employeeId!: string | null;
  @TextField() signInName!: string;
  @OneOfField(LANGUAGES) language!: Language;
  @ListField(ROLES, { description: 'The roles that hold today' }) roles!: readonly Role[];
  @ListField(Object.keys(PERMISSIONS)) permissions!: readonly Permission[];
  @ObjectField(() => OrganizationView) organization!: OrganizationView;
  @DateTimeField({ description: 'When the session ends unless something is asked for before' }) expiresAt!: Date;
}

export class SessionEnd {
  @DateTimeField() expiresAt!: Date;
}
