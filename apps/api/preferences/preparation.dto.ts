import { DateField, IdField, IntField, ListField, ObjectField, TextField } from '../http/fields.js';
import { PostLabelResponse } from './post-label.dto.js';

export class PreparationDto {
  @IdField({ optional: true, nullable: true, description: 'The post it prepares for; its department head then sees it with the wish. Without: seen by oneself and HR' })
  positionId?: string | null;
  @TextField({ min: 1, max: 200 }) what!: string;
  @DateField({ optional: true, nullable: true }) dueOn?: string | null;
  @TextField({ optional: true, nullable: true, max: 2000, description: 'An http or https address' }) evidenceUrl?: string | null;
  @TextField({ optional: true, nullable: true, multiline: true, max: 1000 }) evidenceNote?: string | null;
  @DateField({ optional: true, nullable: true }) doneOn?: string | null;
}

export class ChangePreparationDto extends PreparationDto {
  @IntField({ min: 1, description: 'The version last read' }) version!: number;
}

export class CheckInDto {
  @DateField({ optional: true, description: 'Today when left out; at most seven days back' }) day?: string;
  @TextField({ optional: true, nullable: true, multiline: true, max: 500 }) note?: string | null;
}

export class CheckInResponse {
  @IdField() id!: string;
  @DateField() day!: string;
  @TextField({ nullable: true }) note!: string | null;
}

export class PreparationResponse {
  @IdField() id!: string;
  @IdField({ nullable: true }) positionId!: string | null;
  @ObjectField(() => PostLabelResponse, { nullable: true }) post!: PostLabelResponse | null;
  @TextField() what!: string;
  @DateField({ nullable: true }) dueOn!: string | null;
  @TextField({ nullable: true }) evidenceUrl!: string | null;
  @TextField({ nullable: true }) evidenceNote!: string | null;
  @DateField({ nullable: true }) doneOn!: string | null;
  @IntField() version!: number;
  @ListField(() => CheckInResponse, { description: 'Newest day first' }) checkIns!: CheckInResponse[];
}
