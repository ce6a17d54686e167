import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetMovesBeDecidedTogether1764000000007 implements MigrationInterface {
  readonly name = 'LetMovesBeDecidedTogether1764000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    // People who change places with each other are proposed and decided as one.
    await queryRunner.query('ALTER TABLE placement_override ADD COLUMN proposal_id uuid NOT NULL DEFAULT gen_random_uuid()');
    await queryRunner.query('ALTER TABLE placement_override ALTER COLUMN proposal_id DROP DEFAULT');
    await queryRunner.query('CREATE INDEX placement_override_proposal ON placement_override (organization_id, proposal_id)');
    // An approved override stays as it was decided; a later one can be proposed on top of it.
    await queryRunner.query('DROP INDEX placement_override_one_at_a_time');
    await queryRunner.query(`
      CREATE UNIQUE INDEX placement_override_one_at_a_time ON placement_override (organization_id, round_id, employee_id)
      WHERE state = 'PROPOSED'`);
    // A discretionary move beyond the yearly cap needs a resolution of its own.
    await queryRunner.query('ALTER TABLE early_move ADD COLUMN committee_resolution text');
    // Members from outside the district and the mayor are no employees, but may have to stand aside like them.
    await queryRunner.query('ALTER TABLE recusal ADD COLUMN officer_account_id uuid NOT NULL');
    await queryRunner.query('ALTER TABLE recusal ADD FOREIGN KEY (organization_id, officer_account_id) REFERENCES account');
    await queryRunner.query('ALTER TABLE recusal ALTER COLUMN officer_employee_id DROP NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM recusal WHERE officer_employee_id IS NULL');
    await queryRunner.query('ALTER TABLE recusal ALTER COLUMN officer_employee_id SET NOT NULL');
    await queryRunner.query('ALTER TABLE recusal DROP COLUMN officer_account_id');
    await queryRunner.query('ALTER TABLE early_move DROP COLUMN committee_resolution');
    await queryRunner.query('DROP INDEX placement_override_one_at_a_time');
    await queryRunner.query(`
      CREATE UNIQUE INDEX placement_override_one_at_a_time ON placement_override (organization_id, round_id, employee_id)
      WHERE state IN ('PROPOSED', 'APPROVED')`);
    await queryRunner.query('ALTER TABLE placement_override DROP COLUMN proposal_id');
  }
}
