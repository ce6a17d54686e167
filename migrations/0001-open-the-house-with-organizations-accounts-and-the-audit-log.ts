import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenTheHouse1764000000001 implements MigrationInterface {
  readonly name = 'OpenTheHouse1764000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Roles belong to the server, not to one database: another database may have made them, even at this moment.
    for (const role of ['jari_app', 'jari_system']) {
      await queryRunner.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`);
      await queryRunner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    }
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await queryRunner.query(`
      CREATE FUNCTION jari_protect(target regclass, privileges text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY own_organization ON %s TO jari_app USING (organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid))', target);
        EXECUTE format('CREATE POLICY every_organization ON %s TO jari_system USING (true)', target);
        EXECUTE format('GRANT %s ON %s TO jari_app, jari_system', privileges, target);
      END $$`);

    await queryRunner.query(`
      CREATE TABLE organization (
        organization_id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        name_en text NOT NULL,
        is_demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`SELECT jari_protect('organization', 'SELECT, INSERT, UPDATE')`);

    await queryRunner.query(`
      CREATE TABLE account (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        sign_in_name text NOT NULL,
        employee_id uuid,
        password_hash text,
        state text NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
        language text NOT NULL DEFAULT 'ko' CHECK (language IN ('ko', 'en')),
        derived_roles jsonb NOT NULL DEFAULT '[]',
        code_hash text,
        code_purpose text CHECK (code_purpose IN ('ACTIVATION', 'RESET')),
        code_expires_at timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, sign_in_name),
        UNIQUE (organization_id, employee_id),
        CHECK (state <> 'ACTIVE' OR password_hash IS NOT NULL),
        CHECK ((code_hash IS NULL) = (code_purpose IS NULL) AND (code_hash IS NULL) = (code_expires_at IS NULL))
      )`);
    // Two names that differ in case only would be one person's typing mistake away from each other.
    await queryRunner.query('CREATE UNIQUE INDEX account_sign_in_name ON account (organization_id, lower(sign_in_name))');
    await queryRunner.query(`SELECT jari_protect('account', 'SELECT, INSERT, UPDATE')`);

    await queryRunner.query(`
      CREATE TABLE role_grant (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        role text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, account_id) REFERENCES account,
        CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT role_grant_no_overlap EXCLUDE USING gist
          (organization_id WITH =, account_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&)
      )`);
    await queryRunner.query('CREATE INDEX role_grant_account ON role_grant (organization_id, account_id)');
    await queryRunner.query(`SELECT jari_protect('role_grant', 'SELECT, INSERT, UPDATE')`);

    await queryRunner.query(`
      CREATE TABLE session (
        organization_id uuid NOT NULL REFERENCES organization,
        token_hash bytea NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, token_hash),
        FOREIGN KEY (organization_id, account_id) REFERENCES account
      )`);
    await queryRunner.query('CREATE UNIQUE INDEX session_token ON session (token_hash)');
    await queryRunner.query('CREATE INDEX session_account ON session (organization_id, account_id)');
    await queryRunner.query(`SELECT jari_protect('session', 'SELECT, INSERT, UPDATE, DELETE')`);

    // Append-only: the application may add and read, never change or remove.
    await queryRunner.query(`
      CREATE TABLE audit_log (
        organization_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        transaction_id bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        occurred_at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_account_id uuid,
        actor_employee_id uuid,
        actor_name text,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text,
        before jsonb,
        after jsonb,
        request_id text NOT NULL,
        PRIMARY KEY (organization_id, id)
      )`);
    await queryRunner.query('CREATE INDEX audit_log_unsealed ON audit_log (organization_id, transaction_id)');
    await queryRunner.query('CREATE INDEX audit_log_subject ON audit_log (organization_id, subject_id)');
    // Number, transaction and time come from PostgreSQL alone: nobody slips a row in behind a seal.
    await queryRunner.query(`SELECT jari_protect('audit_log', 'SELECT')`);
    await queryRunner.query(`
      GRANT INSERT (organization_id, occurred_at, actor_kind, actor_account_id, actor_employee_id, actor_name,
                    action, subject_type, subject_id, before, after, request_id) ON audit_log TO jari_app, jari_system`);

    await queryRunner.query(`
      CREATE TABLE audit_seal (
        organization_id uuid NOT NULL,
        number integer NOT NULL,
        from_transaction bigint NOT NULL,
        to_transaction bigint NOT NULL,
        row_count integer NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, number),
        UNIQUE (organization_id, previous_hash)
      )`);
    await queryRunner.query(`SELECT jari_protect('audit_seal', 'SELECT')`);
    await queryRunner.query('GRANT INSERT ON audit_seal TO jari_system');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['audit_seal', 'audit_log', 'session', 'role_grant', 'account', 'organization']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
    await queryRunner.query('DROP FUNCTION jari_protect');
    // The roles stay: another database of the same server may use them.
    for (const role of ['jari_app', 'jari_system']) await queryRunner.query(`REVOKE USAGE ON SCHEMA public FROM ${role}`);
  }
}
