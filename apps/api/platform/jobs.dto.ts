import { JOB_STATES, type JobState } from '#platform';
import { BooleanField, DateTimeField, IdField, IntField, NumberField, OneOfField, TextField } from '../http/fields.js';

export class JobQuery {
  @OneOfField(JOB_STATES, { optional: true }) state?: JobState;
  @TextField({ optional: true, min: 1, max: 60 }) type?: string;
  @IdField({ optional: true, description: 'The last job of the page before' }) before?: string;
  @IntField({ optional: true, min: 1, max: 200, description: '50 without it' }) limit?: number;
}

export class JobResponse {
  @IdField() id!: string;
  @TextField({ example: 'staff.import' }) type!: string;
  @OneOfField(JOB_STATES, { name: 'JobState' }) state!: JobState;
  @DateTimeField({ description: "Not before this moment of the product's clock" }) runAt!: Date;
  @IntField() attempts!: number;
  @IntField() maxAttempts!: number;
  @BooleanField({ description: 'It was told to stop and has not stopped yet' }) cancelRequested!: boolean;
  @NumberField({ min: 0, max: 1 }) progress!: number;
  @TextField({ nullable: true, description: 'What it is doing, as a short code' }) stage!: string | null;
  @TextField({ nullable: true, description: 'Code of the last failure, as in `error.CODE` of the messages' }) lastErrorCode!: string | null;
  @DateTimeField() createdAt!: Date;
  @DateTimeField({ nullable: true }) finishedAt!: Date | null;
}
