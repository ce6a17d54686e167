import { LANGUAGES, type Language } from '#contracts';
import { TABLE_CODES, type TableCode } from '#reporting';
import { BilingualField, BilingualText, BooleanField, DateField, IdField, IntField, ListField, NumberField, ObjectField, OneOfField, TextField } from '../http/fields.js';

export class SeasonCsvQuery {
  @OneOfField(TABLE_CODES, { optional: true, name: 'ReportTableCode', description: 'All tables, one line a figure, without it' }) table?: TableCode;
  @OneOfField(LANGUAGES, { optional: true, name: 'Language', description: 'Korean without it' }) language?: Language;
}

export class FigureResponse {
  @NumberField({ nullable: true, description: 'null when masked, or when there is nothing to state' }) value!: number | null;
  @BooleanField({ description: 'Fewer than five people, or a number from which such a one could be worked out' }) masked!: boolean;
}

export class HeadingResponse {
  @TextField() code!: string;
  @BilingualField() label!: BilingualText;
}

export class ReportRowResponse extends HeadingResponse {
  @ListField(() => FigureResponse, { description: 'In the order of the columns' }) cells!: FigureResponse[];
}

export class ReportTableResponse {
  @OneOfField(TABLE_CODES, { name: 'ReportTableCode' }) code!: TableCode;
  @BilingualField() title!: BilingualText;
  @BilingualField({ description: 'What is counted, and of what shares are shares' }) note!: BilingualText;
  @BilingualField() rowTitle!: BilingualText;
  @ListField(() => HeadingResponse) columns!: HeadingResponse[];
  @ListField(() => ReportRowResponse) rows!: ReportRowResponse[];
}

export class SatisfactionResponse {
  @ObjectField(() => FigureResponse) participants!: FigureResponse;
  @ObjectField(() => FigureResponse) placed!: FigureResponse;
  @ListField(() => FigureResponse, { description: 'First to fifth wish' }) byRank!: FigureResponse[];
  @ObjectField(() => FigureResponse) stayed!: FigureResponse;
  @ObjectField(() => FigureResponse) unmet!: FigureResponse;
  @ObjectField(() => FigureResponse) outOfWish!: FigureResponse;
  @ObjectField(() => FigureResponse) excluded!: FigureResponse;
  @ObjectField(() => FigureResponse, { description: 'Placed by wish, of all participants, 0–1' }) rate!: FigureResponse;
  @ObjectField(() => FigureResponse, { description: 'First choice, of all participants, 0–1' }) firstChoiceRate!: FigureResponse;
  @ObjectField(() => FigureResponse, { description: 'Placed by wish, of those who got another post, 0–1' }) rateOfMovers!: FigureResponse;
}

export class ReportOrganizationResponse {
  @BilingualField() name!: BilingualText;
  @BooleanField() isDemo!: boolean;
}

export class ReportRoundResponse {
  @IdField() id!: string;
  @TextField() name!: string;
  @OneOfField(['REGULAR', 'AD_HOC']) kind!: string;
  @TextField() state!: string;
  @DateField() effectiveOn!: string;
}

class ReportHeadResponse {
  @ObjectField(() => ReportOrganizationResponse) organization!: ReportOrganizationResponse;
  @BilingualField({ nullable: true, description: '가상 데이터, where the people are invented' }) demoMark!: BilingualText | null;
  @ObjectField(() => ReportRoundResponse) round!: ReportRoundResponse;
  @DateField() madeOn!: string;
  @BilingualField({ description: 'How small counts are kept back' }) maskNote!: BilingualText;
}

export class SeasonReportResponse extends ReportHeadResponse {
  @ObjectField(() => SatisfactionResponse, { nullable: true, description: 'null until a run is adopted' }) summary!: SatisfactionResponse | null;
  @ListField(() => ReportTableResponse) tables!: ReportTableResponse[];
}

export class RoundStatisticsResponse extends ReportHeadResponse {
  @ObjectField(() => SatisfactionResponse) summary!: SatisfactionResponse;
  @ListField(() => ReportTableResponse) tables!: ReportTableResponse[];
}

export class ConcentratedPostResponse {
  @IdField() positionId!: string;
  @TextField() code!: string;
  @BilingualField() department!: BilingualText;
  @BilingualField() duty!: BilingualText;
  @IntField({ description: 'Authorised headcount' }) places!: number;
  @IntField({ description: 'People who named the post, at any rank' }) applicants!: number;
  @NumberField({ nullable: true }) perPlace!: number | null;
}

export class ConcentrationResponse extends ReportHeadResponse {
  @ListField(() => ConcentratedPostResponse, { description: 'Posts with five applicants or more, the most sought first' }) posts!: ConcentratedPostResponse[];
}
