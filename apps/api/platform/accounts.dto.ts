import { LANGUAGES, type Language } from '#contracts';
import { ACCOUNT_STATES, type AccountState } from '#platform';
import { DateTimeField, IdField, IntField, ListField, OneOfField, TextField } from '../http/fields.js';

export class AccountQuery {
  @OneOfField(ACCOUNT_STATES, { optional: true }) state?: AccountState;
  @TextField({ min: 1, max: 40, optional: true, description: 'Beginning of the sign-in name' }) signInName?: string;
  @TextField({ min: 1, max: 40, optional: true, description: '`next` of the page before' }) after?: string;
  @IntField({ min: 1, max: 500, optional: true, description: '100 without it' }) limit?: number;
}

export class AccountItem {
  @IdField() id!: string;
  @TextField() signInName!: string;
  @IdField({ nullable: true }) employeeId!: string | null;
  @OneOfField(ACCOUNT_STATES) state!: AccountState;
  @OneOfField(LANGUAGES) language!: Language;
  @DateTimeField({ nullable: true, description: 'Until when an issued one-time code can be used' }) codeExpiresAt!: Date | null;
}

export class AccountPage {
  @ListField(() => AccountItem) items!: readonly AccountItem[];
  @TextField({ nullable: true, description: 'Give it as `after` to get the next page; null at the end' }) next!: string | null;
}

export class CreateAccountRequest {
  @TextField({ min: 3, max: 40 }) signInName!: string;
}

export class ActivationCodesRequest {
  @ListField('id', { optional: true, max: 5000, description: 'Without either list: every invited account that has no code which still holds' }) employeeIds?: string[];
  @ListField('id', { optional: true, max: 5000 }) accountIds?: string[];
}

export class IssuedCodeItem {
  @IdField() accountId!: string;
  @IdField({ nullable: true }) employeeId!: string | null;
  @TextField() employeeNumber!: string;
  @TextField({ nullable: true }) name!: string | null;
  @TextField({ description: 'Shown this one time; kept as a hash only' }) code!: string;
  @DateTimeField() expiresAt!: Date;
}

export class IssuedCodes {
  @ListField(() => IssuedCodeItem) items!: readonly IssuedCodeItem[];
  @IntField({ min: 0, description: 'Accounts left out because their holders have roles: a SYSTEM_ADMIN issues those' }) withheld!: number;
}
