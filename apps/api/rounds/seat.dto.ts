import { BilingualField, BilingualText, BooleanField, DateField, DateTimeField, IdField, IntField, ListField, ObjectField, OneOfField, TextField } from '../http/fields.js';

export class SeatFactsResponse {
  @TextField() code!: string;
  @BilingualField() duty!: BilingualText;
  @TextField() unitCode!: string;
  @TextField() departmentCode!: string;
  @BilingualField() department!: BilingualText;
  @TextField({ nullable: true }) bureauCode!: string | null;
  @BooleanField() inDong!: boolean;
  @IntField() highestGrade!: number;
  @IntField() lowestGrade!: number;
  @ListField('text') jobSeries!: string[];
  @ListField('text') requiredLicences!: string[];
  @TextField({ nullable: true }) headship!: string | null;
  @BooleanField() heavyWorkload!: boolean;
  @BooleanField() specialist!: boolean;
}

export class RoundSeatResponse {
  @IdField() positionId!: string;
  @OneOfField(['OPEN', 'FROZEN', 'WITHDRAWN']) state!: string;
  @TextField({ nullable: true, max: 500 }) freezeReason!: string | null;
  @DateField({ nullable: true }) frozenUntil!: string | null;
  @IntField() authorizedHeadcount!: number;
  @IntField({ nullable: true, description: 'Places of the round; known at the close' }) capacity!: number | null;
  @IntField({ nullable: true, description: 'Places that nobody may keep; known at the close' }) vacancies!: number | null;
  @ObjectField(() => SeatFactsResponse) facts!: SeatFactsResponse;
}

export class ChangePostDto {
  @IdField() positionId!: string;
  @OneOfField(['ADDED', 'CHANGED', 'WITHDRAWN'], { description: 'CHANGED reads the post afresh from the organisation' }) kind!: 'ADDED' | 'CHANGED' | 'WITHDRAWN';
  @TextField({ min: 1, max: 500, multiline: true, description: 'Everyone who wished for the post reads it' }) reason!: string;
  @DateTimeField({ description: 'Until when they may choose again, when filing is closed already' }) closesAt!: string;
}

export class PostChangeResponse {
  @IdField() id!: string;
  @IntField({ description: 'People who wished for the post and were told' }) affectedPeople!: number;
}
