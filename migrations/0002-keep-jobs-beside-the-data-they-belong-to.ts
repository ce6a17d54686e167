import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepJobsBesideTheData1764000000002 implements MigrationInterface {
  readonly name = 'KeepJobsBesideTheData1764000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    // run_at follows the product's clock, which may be simulated; retry_at, lease_until and relayed_at follow
    // PostgreSQL's, because a back-off or a lease must pass even while the product's clock stands still.
    await queryRunner.query(`
      CREATE TABLE job (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        type text NOT NULL,
        payload jsonb NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
        state text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'DEAD', 'CANCELLED')),
        run_at timestamptz NOT NULL,
        retry_at timestamptz,
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        max_attempts integer NOT NULL CHECK (max_attempts >= 1),
        backoff_ms integer NOT NULL CHECK (backoff_ms >= 0),
        key text,
        locked_by uuid,
        lease_until timestamptz,
        cancel_requested boolean NOT NULL DEFAULT false,
        progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
        stage text,
        last_error_code text,
        requested_by jsonb NOT NULL,
        request_id text NOT NULL,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        relayed_at timestamptz,
        PRIMARY KEY (organization_id, id),
        CHECK ((state = 'RUNNING') = (locked_by IS NOT NULL) AND (state = 'RUNNING') = (lease_until IS NOT NULL)),
        CHECK ((state IN ('DONE', 'DEAD', 'CANCELLED')) = (finished_at IS NOT NULL))
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX job_active_key ON job (organization_id, type, key) WHERE state IN ('WAITING', 'RUNNING')`);
    await queryRunner.query(`CREATE INDEX job_due ON job (run_at, sequence) WHERE state = 'WAITING'`);
    await queryRunner.query(`CREATE INDEX job_leased ON job (lease_until) WHERE state = 'RUNNING'`);
    await queryRunner.query('CREATE INDEX job_newest ON job (organization_id, sequence DESC)');
    await queryRunner.query('CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL');
    await queryRunner.query(`SELECT jari_protect('job', 'SELECT, INSERT, UPDATE, DELETE')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE job');
  }
}
