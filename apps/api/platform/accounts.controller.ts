import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccountCodeService, AccountService, Database, type AccountView, type IssuedBatch, type IssuedCode, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns, ReturnsFile } from '../http/route.js';
import { AccountItem, AccountPage, AccountQuery, ActivationCodesRequest, CreateAccountRequest, IssuedCodeItem, IssuedCodes } from './accounts.dto.js';
import { codeSheet } from './code-sheet.js';

const HTML = 'text/html; charset=utf-8';
/** The sheet shows secrets: nothing may run in it or be fetched by it. */
const SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

@Controller('accounts')
@ApiTags('accounts')
export class AccountsController {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountService,
    private readonly codes: AccountCodeService,
  ) {}

  @Get()
  @RequirePermission('account.list')
  @Returns(AccountPage)
  list(@Ctx() ctx: WorkContext, @Query() { limit = 100, ...filter }: AccountQuery): Promise<AccountPage> {
    return this.database.transaction(ctx, (tx) => this.accounts.list(tx, { ...filter, limit }));
  }

  /** An account for somebody who is no employee; employees get theirs from the import. */
  @Post()
  @RequirePermission('account.create')
  @Returns(AccountItem, { status: 201 })
  create(@Ctx() ctx: WorkContext, @Body() { signInName }: CreateAccountRequest): Promise<AccountView> {
    return this.database.transaction(ctx, (tx) => this.accounts.create(tx, signInName));
  }

  /** Activation codes, shown this one time. */
  @Post('activation-codes')
  @RequirePermission('account.issueActivationCodes')
  @Returns(IssuedCodes)
  issueActivationCodes(@Ctx() ctx: WorkContext, @Body() request: ActivationCodesRequest): Promise<IssuedBatch> {
    return this.database.transaction(ctx, (tx) => this.codes.issueActivationCodes(tx, request));
  }

  /** The same as a page of slips to print. */
  @Post('activation-codes/sheet')
  @RequirePermission('account.issueActivationCodes')
  @ReturnsFile('text/html')
  @Header('content-type', HTML)
  @Header('content-security-policy', SHEET_POLICY)
  async printActivationCodes(@Ctx() ctx: WorkContext, @Body() request: ActivationCodesRequest): Promise<string> {
    return this.database.transaction(ctx, async (tx) =>
      codeSheet('ACTIVATION', (await this.codes.issueActivationCodes(tx, request)).items, (await this.accounts.whoAmI(tx)).organization),
    );
  }

  /** A code for somebody who forgot the password; ends a lock-out. */
  @Post(':id/reset-code')
  @RequirePermission('account.issueResetCode')
  @Returns(IssuedCodeItem)
  issueResetCode(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<IssuedCode> {
    return this.database.transaction(ctx, (tx) => this.codes.issueResetCode(tx, id));
  }

  /** The same as a slip to print. */
  @Post(':id/reset-code/sheet')
  @RequirePermission('account.issueResetCode')
  @ReturnsFile('text/html')
  @Header('content-type', HTML)
  @Header('content-security-policy', SHEET_POLICY)
  async printResetCode(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<string> {
    return this.database.transaction(ctx, async (tx) =>
      codeSheet('RESET', [await this.codes.issueResetCode(tx, id)], (await this.accounts.whoAmI(tx)).organization),
    );
  }

  @Post(':id/disable')
  @RequirePermission('account.disable')
  @Returns(AccountItem)
  disable(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<AccountView> {
    return this.database.transaction(ctx, (tx) => this.accounts.disable(tx, id));
  }

  @Post(':id/enable')
  @RequirePermission('account.disable')
  @Returns(AccountItem)
  enable(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<AccountView> {
    return this.database.transaction(ctx, (tx) => this.accounts.enable(tx, id));
  }
}
