import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The data of points that differ from post to post: earlier service, homes (coarse), and where units are. */
export class KnowWhatFitsAPost1764000000016 implements MigrationInterface {
  readonly name = 'KnowWhatFitsAPost1764000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE placement_record (
        organization_id uuid NOT NULL REFERENCES organization,
        employee_id uuid NOT NULL,
        home_latitude double precision CHECK (home_latitude BETWEEN -90 AND 90),
        home_longitude double precision CHECK (home_longitude BETWEEN -180 AND 180),
        service jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(service) = 'array'),
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, employee_id),
        FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
        CHECK ((home_latitude IS NULL) = (home_longitude IS NULL)))`);
    await queryRunner.query(`SELECT jari_protect('placement_record', 'SELECT, INSERT, UPDATE')`);
    await queryRunner.query(`
      CREATE TABLE unit_place (
        organization_id uuid NOT NULL REFERENCES organization,
        unit_id uuid NOT NULL,
        latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
        PRIMARY KEY (organization_id, unit_id),
        FOREIGN KEY (organization_id, unit_id) REFERENCES org_unit)`);
    await queryRunner.query(`SELECT jari_protect('unit_place', 'SELECT, INSERT, UPDATE')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE unit_place');
    await queryRunner.query('DROP TABLE placement_record');
  }
}
