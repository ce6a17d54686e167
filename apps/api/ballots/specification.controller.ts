import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SpecificationService, type SpecificationView } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { Ctx, IdParam, RequirePermission, Returns } from '../http/route.js';
import { SpecificationResponse, SpecSignatureDto } from './keygen.dto.js';

/** What is fixed before a ballot opens. */
@Controller()
@ApiTags('ballots')
export class SpecificationController {
  constructor(
    private readonly database: Database,
    private readonly specifications: SpecificationService,
  ) {}

  @Get('ballots/:id/specification')
  @RequirePermission('ballot.read')
  @Returns(SpecificationResponse)
  view(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<SpecificationView> {
    return this.database.transaction(ctx, (tx) => this.specifications.view(tx, id));
  }

  /** Fixes it, once everything is there. */
  @Post('ballots/:id/specification')
  @RequirePermission('ballot.manage')
  @Returns(SpecificationResponse, { status: 201 })
  fix(@Ctx() ctx: WorkContext, @IdParam('id') id: string): Promise<SpecificationView> {
    return this.database.transaction(ctx, (tx) => this.specifications.fix(tx, id));
  }

  /** A trustee's signature; enough of them prepare the ballot, which then opens at its time. */
  @Post('me/ballots/:id/specification-signature')
  @RequirePermission('trustee.act')
  @Returns(SpecificationResponse)
  sign(@Ctx() ctx: WorkContext, @IdParam('id') id: string, @Body() { signature }: SpecSignatureDto): Promise<SpecificationView> {
    return this.database.transaction(ctx, (tx) => this.specifications.sign(tx, id, signature));
  }
}
