import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BALLOT_NOTICES, BallotNotices, type BallotNoticeView } from '#ballots';
import { Database, type WorkContext } from '#platform';
import { BilingualField, BilingualText, DateTimeField, IdField, OneOfField } from '../http/fields.js';
import { Ctx, RequirePermission, Returns } from '../http/route.js';

export class BallotNoticeResponse {
  @IdField() ballotId!: string;
  @OneOfField(Object.keys(BALLOT_NOTICES)) kind!: string;
  @BilingualField() text!: BilingualText;
  @DateTimeField() createdAt!: Date;
}

@Controller('me/ballot-notices')
@ApiTags('ballots')
export class BallotNoticeController {
  constructor(
    private readonly database: Database,
    private readonly notices: BallotNotices,
  ) {}

  /** What ballots ask of me, as a voter, a trustee or by my office; the newest first. */
  @Get()
  @RequirePermission('ballotNotice.own')
  @Returns(BallotNoticeResponse, { list: true })
  list(@Ctx() ctx: WorkContext): Promise<BallotNoticeView[]> {
    return this.database.transaction(ctx, (tx) => this.notices.own(tx));
  }
}
