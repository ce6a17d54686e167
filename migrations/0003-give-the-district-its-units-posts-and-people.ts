import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table → its columns, keys and checks, in the order in which they refer to each other. */
const TABLES: readonly (readonly [name: string, columns: string])[] = [
  ['org_unit', `
    code text NOT NULL CHECK (code <> ''),
    UNIQUE (organization_id, code)`],

  // One row for each stretch of time in which a unit bore one name under one parent; valid_to is exclusive.
  ['org_unit_version', `
    unit_id uuid NOT NULL,
    name text NOT NULL,
    name_en text,
    type text NOT NULL CHECK (type IN ('BUREAU', 'DEPARTMENT', 'TEAM', 'DONG')),
    parent_id uuid,
    valid_from date NOT NULL,
    valid_to date,
    FOREIGN KEY (organization_id, unit_id) REFERENCES org_unit,
    FOREIGN KEY (organization_id, parent_id) REFERENCES org_unit,
    CHECK (parent_id <> unit_id),
    CHECK (valid_to > valid_from),
    CONSTRAINT org_unit_version_no_overlap EXCLUDE USING gist
      (organization_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&)`],

  // Grade band: highest_grade is the numerically smallest grade admitted; 0–0 is a post outside the grades.
  ['position', `
    code text NOT NULL CHECK (code <> ''),
    unit_id uuid NOT NULL,
    duty text NOT NULL,
    duty_en text,
    description text,
    authorized_headcount integer NOT NULL CHECK (authorized_headcount >= 0),
    highest_grade integer NOT NULL,
    lowest_grade integer NOT NULL,
    job_series text[] NOT NULL,
    required_licences text[] NOT NULL,
    headship text CHECK (headship IN ('DEPARTMENT_HEAD', 'TEAM_LEAD', 'DONG_HEAD')),
    heavy_workload boolean NOT NULL,
    specialist boolean NOT NULL,
    specialist_tenure_months integer,
    protection_reason text,
    protected_until date,
    valid_from date NOT NULL,
    valid_to date,
    version integer NOT NULL,
    UNIQUE (organization_id, code),
    FOREIGN KEY (organization_id, unit_id) REFERENCES org_unit,
    CHECK ((highest_grade = 0 AND lowest_grade = 0) OR (highest_grade BETWEEN 4 AND lowest_grade AND lowest_grade <= 9)),
    CHECK (specialist_tenure_months IS NULL OR (specialist AND specialist_tenure_months IN (36, 60))),
    CHECK ((protection_reason IS NULL) = (protected_until IS NULL)),
    CHECK (valid_to > valid_from)`],

  ['employee', `
    employee_number text NOT NULL CHECK (employee_number <> ''),
    name text NOT NULL,
    grade integer NOT NULL CHECK (grade = 0 OR grade BETWEEN 4 AND 9),
    job_series text NOT NULL,
    appointment_type text NOT NULL CHECK (appointment_type IN ('REGULAR', 'PROBATION', 'TERM')),
    hired_on date NOT NULL,
    licences text[] NOT NULL,
    left_on date,
    UNIQUE (organization_id, employee_number),
    CHECK (left_on >= hired_on)`],

  ['employee_absence', `
    employee_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('LEAVE', 'SECONDMENT', 'SUSPENSION')),
    type text CHECK (type IN ('CHILDCARE', 'ILLNESS', 'FAMILY_CARE', 'STUDY', 'MILITARY', 'OTHER')),
    detail text,
    absent_from date NOT NULL,
    absent_until date,
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    CHECK ((kind = 'LEAVE') = (type IS NOT NULL)),
    CHECK (absent_until > absent_from),
    CONSTRAINT employee_absence_no_overlap EXCLUDE USING gist
      (organization_id WITH =, employee_id WITH =, kind WITH =, daterange(absent_from, absent_until) WITH &&)`],

  ['employee_circumstance', `
    employee_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('PREGNANCY', 'CHILDCARE', 'DISABILITY', 'ILLNESS', 'FAMILY', 'HARASSMENT_VICTIM')),
    valid_from date NOT NULL,
    valid_until date,
    case_number text NOT NULL CHECK (case_number <> ''),
    note text,
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    CHECK (valid_until > valid_from)`],

  // A pair is kept once, the smaller id first.
  ['employee_relation', `
    employee_a_id uuid NOT NULL,
    employee_b_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('COUPLE', 'RELATIVE', 'SEPARATION')),
    note text,
    FOREIGN KEY (organization_id, employee_a_id) REFERENCES employee,
    FOREIGN KEY (organization_id, employee_b_id) REFERENCES employee,
    UNIQUE (organization_id, employee_a_id, employee_b_id),
    CHECK (employee_a_id < employee_b_id)`],

  ['assignment', `
    employee_id uuid NOT NULL,
    position_id uuid NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    cause text NOT NULL CHECK (cause <> ''),
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    FOREIGN KEY (organization_id, position_id) REFERENCES position,
    CHECK (ended_on > started_on),
    CONSTRAINT assignment_no_overlap EXCLUDE USING gist
      (organization_id WITH =, employee_id WITH =, daterange(started_on, ended_on) WITH &&)`],

  // A posting already decided elsewhere (a ballot, a reorganisation) which the next orders carry out.
  ['planned_assignment', `
    employee_id uuid NOT NULL,
    position_id uuid NOT NULL,
    effective_on date NOT NULL,
    source text NOT NULL CHECK (source <> ''),
    source_id uuid,
    state text NOT NULL CHECK (state IN ('PLANNED', 'TAKEN_UP', 'WITHDRAWN')),
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    FOREIGN KEY (organization_id, position_id) REFERENCES position`],

  ['reorganization', `
    kind text NOT NULL CHECK (kind IN ('DONG_MERGER', 'UNIT_ABOLITION')),
    name text NOT NULL,
    effective_on date NOT NULL,
    reason text NOT NULL,
    target_unit_id uuid,
    FOREIGN KEY (organization_id, target_unit_id) REFERENCES org_unit,
    CHECK ((kind = 'DONG_MERGER') = (target_unit_id IS NOT NULL))`],

  ['displaced_employee', `
    reorganization_id uuid NOT NULL,
    employee_id uuid NOT NULL,
    from_position_id uuid NOT NULL,
    FOREIGN KEY (organization_id, reorganization_id) REFERENCES reorganization,
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    FOREIGN KEY (organization_id, from_position_id) REFERENCES position,
    UNIQUE (organization_id, reorganization_id, employee_id)`],

  // The rows of a file between its check and its application; they are emptied once applied, because they name people.
  ['import_batch', `
    kind text NOT NULL CHECK (kind IN ('UNITS', 'POSITIONS', 'EMPLOYEES')),
    file_name text NOT NULL,
    content_hash text NOT NULL,
    state text NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'FAULTY', 'APPLYING', 'APPLIED', 'FAILED')),
    stage text NOT NULL,
    progress double precision NOT NULL CHECK (progress BETWEEN 0 AND 1),
    rows jsonb,
    faults jsonb NOT NULL,
    fault_count integer NOT NULL,
    warnings jsonb NOT NULL,
    warning_count integer NOT NULL,
    row_count integer NOT NULL,
    to_add integer NOT NULL,
    to_change integer NOT NULL,
    unchanged integer NOT NULL,
    job_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL,
    applied_at timestamptz`],
];

const INDEXES: readonly string[] = [
  'CREATE INDEX org_unit_version_parent ON org_unit_version (organization_id, parent_id)',
  'CREATE INDEX position_unit ON position (organization_id, unit_id)',
  'CREATE INDEX employee_circumstance_employee ON employee_circumstance (organization_id, employee_id)',
  'CREATE INDEX employee_relation_b ON employee_relation (organization_id, employee_b_id)',
  'CREATE INDEX assignment_position ON assignment (organization_id, position_id)',
  'CREATE INDEX assignment_open ON assignment (organization_id, employee_id) WHERE ended_on IS NULL',
  `CREATE UNIQUE INDEX planned_assignment_one ON planned_assignment (organization_id, employee_id) WHERE state = 'PLANNED'`,
  'CREATE INDEX displaced_employee_employee ON displaced_employee (organization_id, employee_id)',
  'CREATE INDEX import_batch_created ON import_batch (organization_id, created_at)',
];

export class GiveTheDistrictItsUnitsPostsAndPeople1764000000003 implements MigrationInterface {
  readonly name = 'GiveTheDistrictItsUnitsPostsAndPeople1764000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of TABLES) {
      await queryRunner.query(`
        CREATE TABLE ${table} (
          organization_id uuid NOT NULL REFERENCES organization,
          id uuid NOT NULL,
          ${columns.trim()},
          PRIMARY KEY (organization_id, id)
        )`);
      await queryRunner.query(`SELECT jari_protect('${table}', 'SELECT, INSERT, UPDATE, DELETE')`);
    }
    for (const index of INDEXES) await queryRunner.query(index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table] of [...TABLES].reverse()) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
