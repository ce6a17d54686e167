import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES_OF_TODAY = `ARRAY['EMPLOYEE']
            || ARRAY(SELECT d.role FROM jsonb_to_recordset(a.derived_roles) AS d(role text, "validFrom" date, "validTo" date)
                     WHERE (d."validFrom" IS NULL OR d."validFrom" <= today) AND (d."validTo" IS NULL OR d."validTo" > today))
            || ARRAY(SELECT g.role FROM role_grant g
                     WHERE g.organization_id = s.organization_id AND g.account_id = s.account_id
                       AND g.valid_from <= today AND (g.valid_to IS NULL OR g.valid_to > today))`;

const allow = async (queryRunner: QueryRunner, name: string): Promise<void> => {
  await queryRunner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
  await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${name} TO jari_app, jari_system`);
};

export class AskForManySessionsAtOnce1764000000011 implements MigrationInterface {
  readonly name = 'AskForManySessionsAtOnce1764000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION jari_find_session');
    // As jari_find_session was, for all requests that wait at one moment. Two processes may ask for the same sessions in
    // different orders: whoever finds a row locked leaves its prolonging to the other, so that neither waits.
    await queryRunner.query(`
      CREATE FUNCTION jari_find_sessions(hashes bytea[], at timestamptz, today date, idle_minutes integer, lifetime_minutes integer)
      RETURNS TABLE (token_hash bytea, organization_id uuid, account_id uuid, employee_id uuid, language text, expires_at timestamptz, roles text[])
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        idle CONSTANT interval := make_interval(mins => idle_minutes);
        lifetime CONSTANT interval := make_interval(mins => lifetime_minutes);
        due bytea[];
      BEGIN
        -- A tenth of the idle time is the grain in which a session is prolonged, so that few requests write.
        due := ARRAY(SELECT s.token_hash FROM session s
          WHERE s.token_hash = ANY (hashes) AND s.expires_at > at AND s.expires_at <= at + idle * 0.9 AND s.expires_at < s.created_at + lifetime);
        IF due <> '{}' THEN
          UPDATE session s SET expires_at = least(at + idle, s.created_at + lifetime)
          FROM (SELECT l.token_hash FROM session l WHERE l.token_hash = ANY (due) FOR UPDATE SKIP LOCKED) AS free
          WHERE s.token_hash = free.token_hash AND s.expires_at > at AND s.expires_at < at + idle;
        END IF;
        RETURN QUERY
          SELECT s.token_hash, s.organization_id, s.account_id, a.employee_id, a.language, s.expires_at,
            ${ROLES_OF_TODAY}
          FROM session s JOIN account a ON a.organization_id = s.organization_id AND a.id = s.account_id
          WHERE s.token_hash = ANY (hashes) AND a.state = 'ACTIVE';
      END $$`);
    await allow(queryRunner, 'jari_find_sessions');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION jari_find_sessions');
    await queryRunner.query(`
      CREATE FUNCTION jari_find_session(hash bytea, at timestamptz, today date, idle_minutes integer, lifetime_minutes integer)
      RETURNS TABLE (organization_id uuid, account_id uuid, employee_id uuid, language text, expires_at timestamptz, roles text[])
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        idle CONSTANT interval := make_interval(mins => idle_minutes);
        lifetime CONSTANT interval := make_interval(mins => lifetime_minutes);
      BEGIN
        UPDATE session s SET expires_at = least(at + idle, s.created_at + lifetime)
        WHERE s.token_hash = hash AND s.expires_at > at AND s.expires_at <= at + idle * 0.9 AND s.expires_at < s.created_at + lifetime;
        RETURN QUERY
          SELECT s.organization_id, s.account_id, a.employee_id, a.language, s.expires_at,
            ${ROLES_OF_TODAY}
          FROM session s JOIN account a ON a.organization_id = s.organization_id AND a.id = s.account_id
          WHERE s.token_hash = hash AND a.state = 'ACTIVE';
      END $$`);
    await allow(queryRunner, 'jari_find_session');
  }
}
