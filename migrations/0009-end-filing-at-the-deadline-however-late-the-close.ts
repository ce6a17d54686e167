import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EndFilingAtTheDeadline1764000000009 implements MigrationInterface {
  readonly name = 'EndFilingAtTheDeadline1764000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    // From `stops_at` until the row is removed nothing is filed: whoever takes the filed lists may come later than the moment
    // they count at. `id` is the taker's own number; the lists know nothing else of it.
    await queryRunner.query(`
      CREATE TABLE filing_stop (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        stops_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id)
      )`);
    await queryRunner.query(`SELECT jari_protect('filing_stop', 'SELECT, INSERT, UPDATE, DELETE')`);
    await queryRunner.query(`
      INSERT INTO filing_stop (organization_id, id, stops_at)
      SELECT organization_id, id, closes_at FROM placement_round WHERE state IN ('NOTICED', 'OPEN')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE filing_stop');
  }
}
