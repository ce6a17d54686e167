import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetEveryoneKeepWishes1764000000004 implements MigrationInterface {
  readonly name = 'LetEveryoneKeepWishes1764000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    // What rounds see is `filed_edition`; what its owner is working on is `draft_edition`. A newer draft never
    // touches what was filed, so nothing accepted is lost when somebody edits at the deadline and forgets to file.
    await queryRunner.query(`
      CREATE TABLE wish_list (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        employee_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'FILED', 'WITHDRAWN')),
        version integer NOT NULL CHECK (version > 0),
        draft_edition integer NOT NULL CHECK (draft_edition > 0),
        filed_edition integer,
        filed_at timestamptz,
        filed_ground text,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, employee_id),
        FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
        CHECK ((filed_edition IS NULL) = (filed_at IS NULL)),
        CHECK (filed_ground IS NULL OR filed_edition IS NOT NULL),
        CHECK (state <> 'FILED' OR (filed_edition IS NOT NULL AND filed_edition = draft_edition)),
        CHECK (state <> 'WITHDRAWN' OR filed_edition IS NULL)
      )`);
    await queryRunner.query(`SELECT jari_protect('wish_list', 'SELECT, INSERT, UPDATE')`);

    await queryRunner.query(`
      CREATE TABLE wish (
        organization_id uuid NOT NULL REFERENCES organization,
        wish_list_id uuid NOT NULL,
        edition integer NOT NULL,
        choice_rank integer NOT NULL CHECK (choice_rank BETWEEN 1 AND 5),
        position_id uuid NOT NULL,
        reason_code text CHECK (reason_code IN ('CAREER_DEVELOPMENT', 'EXPERTISE', 'WORK_LIFE_BALANCE', 'COMMUTE', 'HEALTH',
                                                'FAMILY_CARE', 'LONG_TENURE', 'WORKLOAD', 'TEAM_FIT', 'OTHER')),
        reason_text text CHECK (char_length(reason_text) <= 500),
        PRIMARY KEY (organization_id, wish_list_id, edition, choice_rank),
        UNIQUE (organization_id, wish_list_id, edition, position_id),
        FOREIGN KEY (organization_id, wish_list_id) REFERENCES wish_list,
        FOREIGN KEY (organization_id, position_id) REFERENCES position
      )`);
    await queryRunner.query('CREATE INDEX wish_position ON wish (organization_id, position_id)');
    await queryRunner.query(`SELECT jari_protect('wish', 'SELECT, INSERT, DELETE')`);

    await queryRunner.query(`
      CREATE TABLE preparation_item (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        employee_id uuid NOT NULL,
        position_id uuid,
        what text NOT NULL CHECK (char_length(what) BETWEEN 1 AND 200),
        due_on date,
        evidence_url text,
        evidence_note text CHECK (char_length(evidence_note) <= 1000),
        done_on date,
        version integer NOT NULL CHECK (version > 0),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
        FOREIGN KEY (organization_id, position_id) REFERENCES position
      )`);
    await queryRunner.query('CREATE INDEX preparation_item_employee ON preparation_item (organization_id, employee_id)');
    await queryRunner.query(`SELECT jari_protect('preparation_item', 'SELECT, INSERT, UPDATE, DELETE')`);

    await queryRunner.query(`
      CREATE TABLE check_in (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        preparation_item_id uuid NOT NULL,
        day date NOT NULL,
        note text CHECK (char_length(note) <= 500),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, preparation_item_id, day),
        FOREIGN KEY (organization_id, preparation_item_id) REFERENCES preparation_item ON DELETE CASCADE
      )`);
    await queryRunner.query(`SELECT jari_protect('check_in', 'SELECT, INSERT, UPDATE, DELETE')`);

    await queryRunner.query(`
      CREATE TABLE favourite_post (
        organization_id uuid NOT NULL REFERENCES organization,
        employee_id uuid NOT NULL,
        position_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, employee_id, position_id),
        FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
        FOREIGN KEY (organization_id, position_id) REFERENCES position
      )`);
    await queryRunner.query(`SELECT jari_protect('favourite_post', 'SELECT, INSERT, DELETE')`);

    await queryRunner.query(`
      CREATE TABLE saved_search (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        employee_id uuid NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
        filter jsonb NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, employee_id, name),
        FOREIGN KEY (organization_id, employee_id) REFERENCES employee
      )`);
    await queryRunner.query(`SELECT jari_protect('saved_search', 'SELECT, INSERT, UPDATE, DELETE')`);

    // The count stays inside; the interface gives bands only.
    await queryRunner.query(`
      CREATE TABLE post_demand (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        position_id uuid NOT NULL,
        label text NOT NULL,
        applicants integer NOT NULL CHECK (applicants >= 0),
        recorded_on date NOT NULL,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, label, position_id),
        FOREIGN KEY (organization_id, position_id) REFERENCES position
      )`);
    await queryRunner.query('CREATE INDEX post_demand_recorded ON post_demand (organization_id, recorded_on)');
    await queryRunner.query(`SELECT jari_protect('post_demand', 'SELECT, INSERT, UPDATE, DELETE')`);

    await queryRunner.query(`
      CREATE TABLE staff_request (
        organization_id uuid NOT NULL REFERENCES organization,
        id uuid NOT NULL,
        requested_by_employee_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        position_id uuid NOT NULL,
        employee_id uuid,
        request_rank integer NOT NULL CHECK (request_rank BETWEEN 1 AND 10),
        note text CHECK (char_length(note) <= 500),
        version integer NOT NULL CHECK (version > 0),
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, position_id, request_rank),
        UNIQUE (organization_id, position_id, employee_id),
        FOREIGN KEY (organization_id, requested_by_employee_id) REFERENCES employee,
        FOREIGN KEY (organization_id, unit_id) REFERENCES org_unit,
        FOREIGN KEY (organization_id, position_id) REFERENCES position,
        FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
        CHECK (employee_id IS NOT NULL OR note IS NOT NULL)
      )`);
    await queryRunner.query(`SELECT jari_protect('staff_request', 'SELECT, INSERT, UPDATE, DELETE')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'staff_request', 'post_demand', 'saved_search', 'favourite_post', 'check_in', 'preparation_item', 'wish', 'wish_list',
    ]) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
