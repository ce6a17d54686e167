import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuardTheDoor1764000000006 implements MigrationInterface {
  readonly name = 'GuardTheDoor1764000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Attempts are counted here and not in a process, because any of several API processes may receive the next one.
    // The subject is a hash of a client address or of a sign-in name, known or not.
    await queryRunner.query(`
      CREATE TABLE sign_in_attempt (
        organization_id uuid NOT NULL REFERENCES organization,
        subject bytea NOT NULL,
        attempts integer NOT NULL CHECK (attempts > 0),
        forgotten_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, subject)
      )`);
    await queryRunner.query(`SELECT jari_protect('sign_in_attempt', 'SELECT, INSERT, UPDATE, DELETE')`);

    // Every request asks who stands before the door, before it is known which organisation's rows it may see. So this
    // one question runs with its owner's rights; it answers only those who hold a token of 256 random bits.
    await queryRunner.query(`
      CREATE FUNCTION jari_find_session(hash bytea, at timestamptz, today date, idle_minutes integer, lifetime_minutes integer)
      RETURNS TABLE (organization_id uuid, account_id uuid, employee_id uuid, language text, expires_at timestamptz, roles text[])
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        idle CONSTANT interval := make_interval(mins => idle_minutes);
        lifetime CONSTANT interval := make_interval(mins => lifetime_minutes);
      BEGIN
        -- A tenth of the idle time is the grain in which a session is prolonged, so that few requests write.
        UPDATE session s SET expires_at = least(at + idle, s.created_at + lifetime)
        WHERE s.token_hash = hash AND s.expires_at > at AND s.expires_at <= at + idle * 0.9 AND s.expires_at < s.created_at + lifetime;
        RETURN QUERY
          SELECT s.organization_id, s.account_id, a.employee_id, a.language, s.expires_at,
            ARRAY['EMPLOYEE']
            || ARRAY(SELECT d.role FROM jsonb_to_recordset(a.derived_roles) AS d(role text, "validFrom" date, "validTo" date)
                     WHERE (d."validFrom" IS NULL OR d."validFrom" <= today) AND (d."validTo" IS NULL OR d."validTo" > today))
            || ARRAY(SELECT g.role FROM role_grant g
                     WHERE g.organization_id = s.organization_id AND g.account_id = s.account_id
                       AND g.valid_from <= today AND (g.valid_to IS NULL OR g.valid_to > today))
          FROM session s JOIN account a ON a.organization_id = s.organization_id AND a.id = s.account_id
          WHERE s.token_hash = hash AND a.state = 'ACTIVE';
      END $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION jari_find_session FROM PUBLIC');
    await queryRunner.query('GRANT EXECUTE ON FUNCTION jari_find_session TO jari_app, jari_system');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION jari_find_session');
    await queryRunner.query('DROP TABLE sign_in_attempt');
  }
}
