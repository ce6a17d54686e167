import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Constraints that cannot be kept together are named in words with the run that failed on them. */
export class SayWhyARunFailed1764000000018 implements MigrationInterface {
  readonly name = 'SayWhyARunFailed1764000000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE placement_run ADD COLUMN failure_text jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE placement_run DROP COLUMN failure_text');
  }
}
