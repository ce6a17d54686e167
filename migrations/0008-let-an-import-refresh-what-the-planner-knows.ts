import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetAnImportRefreshStatistics1764000000008 implements MigrationInterface {
  readonly name = 'LetAnImportRefreshStatistics1764000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Until autovacuum comes by, a minute or more after the first import, PostgreSQL takes the tables for empty and joins
    // them pair by pair. Only their owner may ANALYZE, so this runs with its rights; it reads and changes no row.
    await queryRunner.query(`
      CREATE FUNCTION jari_refresh_statistics() RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        ANALYZE org_unit, org_unit_version, position, employee, employee_absence, assignment, account;
      END $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION jari_refresh_statistics FROM PUBLIC');
    await queryRunner.query('GRANT EXECUTE ON FUNCTION jari_refresh_statistics TO jari_app, jari_system');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION jari_refresh_statistics');
  }
}
