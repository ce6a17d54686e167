import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetPeopleKnow1764000000020 implements MigrationInterface {
  readonly name = 'LetPeopleKnow1764000000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    // One row for a whole audience: a row for each person could one day say who has voted.
    await queryRunner.query(`
      CREATE TABLE ballot_notice (
        organization_id uuid NOT NULL REFERENCES organization,
        ballot_id uuid NOT NULL,
        kind text NOT NULL,
        audience text NOT NULL CHECK (audience IN ('VOTERS', 'TRUSTEES', 'AUDITOR', 'MAYOR')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, ballot_id, kind),
        FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot
      )`);
    await queryRunner.query(`SELECT jari_protect('ballot_notice', 'SELECT, INSERT, UPDATE')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ballot_notice');
  }
}
