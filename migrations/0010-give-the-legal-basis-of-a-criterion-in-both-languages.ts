import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GiveTheLegalBasisInBothLanguages1764000000010 implements MigrationInterface {
  readonly name = 'GiveTheLegalBasisInBothLanguages1764000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE placement_criteria ALTER COLUMN legal_basis TYPE jsonb USING jsonb_build_object('ko', legal_basis, 'en', legal_basis)`);
    await queryRunner.query(`ALTER TABLE placement_criteria ADD CONSTRAINT placement_criteria_legal_basis CHECK (legal_basis ?& ARRAY['ko', 'en'])`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE placement_criteria DROP CONSTRAINT placement_criteria_legal_basis');
    await queryRunner.query(`ALTER TABLE placement_criteria ALTER COLUMN legal_basis TYPE text USING legal_basis ->> 'ko'`);
  }
}
