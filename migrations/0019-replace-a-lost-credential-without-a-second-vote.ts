import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReplaceALostCredential1764000000019 implements MigrationInterface {
  readonly name = 'ReplaceALostCredential1764000000019';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ballot_reissue (
        organization_id uuid NOT NULL REFERENCES organization,
        ballot_id uuid NOT NULL,
        slot integer NOT NULL,
        sequence integer NOT NULL CHECK (sequence >= 1),
        new_key text NOT NULL,
        reissue text NOT NULL,
        PRIMARY KEY (organization_id, ballot_id, slot, sequence),
        UNIQUE (organization_id, ballot_id, new_key),
        FOREIGN KEY (organization_id, ballot_id, slot) REFERENCES ballot_credential
      )`);
    await queryRunner.query(`SELECT jari_protect('ballot_reissue', 'SELECT, INSERT')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ballot_reissue');
  }
}
