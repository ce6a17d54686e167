import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, its columns and constraints, and what the application may do with its rows; in the order of their references. */
const TABLES: readonly (readonly [name: string, definition: string, privileges: string])[] = [
  ['ballot', `
    id uuid NOT NULL,
    name text NOT NULL,
    position_id uuid NOT NULL,
    effective_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('DRAFT', 'NOMINATING', 'PREPARED', 'OPEN', 'CLOSED', 'TALLIED', 'DECIDED', 'CANCELLED', 'FAILED', 'SUPERSEDED')),
    version integer NOT NULL,
    method text CHECK (method IN ('plurality', 'approval', 'borda', 'copeland', 'schulze', 'schulze-margins', 'ranked-pairs')),
    ties_allowed boolean NOT NULL,
    tie_rule text NOT NULL CHECK (tie_rule IN ('runoff', 'seniority', 'mayor', 'lot')),
    quorum integer NOT NULL CHECK (quorum >= 1),
    minimum_cast integer NOT NULL CHECK (minimum_cast >= 5),
    nominations_until timestamptz NOT NULL,
    appeals_until timestamptz NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    checking_seconds integer NOT NULL CHECK (checking_seconds >= 0),
    credential_mode text NOT NULL CHECK (credential_mode IN ('BUILT_IN', 'SEPARATE')),
    crypto_group text NOT NULL CHECK (crypto_group IN ('ristretto255', 'p256')),
    threshold integer NOT NULL CHECK (threshold BETWEEN 1 AND 25),
    replaces_ballot_id uuid,
    roll_closed_at timestamptz,
    roll_size integer,
    roll_hash text,
    first_endorsed_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by_account_id uuid,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, position_id) REFERENCES position,
    FOREIGN KEY (organization_id, replaces_ballot_id) REFERENCES ballot,
    CHECK (nominations_until < opens_at AND appeals_until < opens_at AND opens_at < closes_at),
    CHECK ((roll_closed_at IS NULL) = (roll_size IS NULL) AND (roll_closed_at IS NULL) = (roll_hash IS NULL)),
    CHECK (roll_closed_at IS NULL OR method IS NOT NULL),
    CHECK (state IN ('DRAFT', 'NOMINATING', 'CANCELLED') OR roll_closed_at IS NOT NULL)`, 'SELECT, INSERT, UPDATE'],

  ['ballot_state_change', `
    id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    occurred_at timestamptz NOT NULL,
    actor_account_id uuid,
    actor_name text,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT'],

  ['ballot_candidate', `
    id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    employee_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('NOMINATED', 'CONSENTED', 'DECLINED', 'REFUSED')),
    nomination_text text NOT NULL,
    nominated_by_account_id uuid NOT NULL,
    nominated_at timestamptz NOT NULL,
    statement text,
    answered_at timestamptz,
    refusal_text text,
    option_number integer CHECK (option_number >= 0),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, ballot_id, employee_id),
    UNIQUE (organization_id, ballot_id, option_number),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    FOREIGN KEY (organization_id, nominated_by_account_id) REFERENCES account,
    CHECK (option_number IS NULL OR state = 'CONSENTED'),
    CHECK (state <> 'REFUSED' OR refusal_text IS NOT NULL)`, 'SELECT, INSERT, UPDATE'],

  // Only who may vote. Participation and ballots are kept apart from it.
  ['ballot_voter', `
    ballot_id uuid NOT NULL,
    employee_id uuid NOT NULL,
    grade integer NOT NULL,
    state text NOT NULL CHECK (state IN ('LISTED', 'REMOVED')),
    source text NOT NULL CHECK (source IN ('GRADE', 'APPEAL')),
    removed_for text CHECK (removed_for IN ('RECUSAL', 'APPEAL')),
    PRIMARY KEY (organization_id, ballot_id, employee_id),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    FOREIGN KEY (organization_id, employee_id) REFERENCES employee,
    CHECK ((state = 'REMOVED') = (removed_for IS NOT NULL))`, 'SELECT, INSERT, UPDATE'],

  ['ballot_appeal', `
    id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('ADD', 'REMOVE')),
    subject_employee_id uuid NOT NULL,
    text text NOT NULL,
    state text NOT NULL CHECK (state IN ('DECLARED', 'UPHELD', 'DISMISSED')),
    filed_by_employee_id uuid NOT NULL,
    filed_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by_account_id uuid,
    decision_text text,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    FOREIGN KEY (organization_id, subject_employee_id) REFERENCES employee,
    FOREIGN KEY (organization_id, filed_by_employee_id) REFERENCES employee,
    CHECK ((state = 'DECLARED') = (decided_at IS NULL))`, 'SELECT, INSERT, UPDATE'],

  ['ballot_recusal', `
    id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    type text NOT NULL CHECK (type IN ('EXCLUSION', 'CHALLENGE', 'SELF')),
    voter_employee_id uuid NOT NULL,
    ground_text text NOT NULL,
    state text NOT NULL CHECK (state IN ('DECLARED', 'UPHELD', 'DISMISSED')),
    declared_by_account_id uuid NOT NULL,
    declared_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by_account_id uuid,
    decision_text text,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, ballot_id, voter_employee_id) REFERENCES ballot_voter,
    FOREIGN KEY (organization_id, declared_by_account_id) REFERENCES account,
    CHECK ((state = 'DECLARED') = (decided_at IS NULL))`, 'SELECT, INSERT, UPDATE'],

  ['ballot_trustee', `
    id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    trustee_index integer NOT NULL CHECK (trustee_index BETWEEN 1 AND 25),
    account_id uuid NOT NULL,
    name text NOT NULL,
    signing_key text,
    encryption_key text,
    keys_at timestamptz,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, ballot_id, trustee_index),
    UNIQUE (organization_id, ballot_id, account_id),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    FOREIGN KEY (organization_id, account_id) REFERENCES account,
    CHECK ((keys_at IS NULL) = (signing_key IS NULL) AND (keys_at IS NULL) = (encryption_key IS NULL))`, 'SELECT, INSERT, UPDATE, DELETE'],
];

export class PrepareBallots1764000000013 implements MigrationInterface {
  readonly name = 'PrepareBallots1764000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, definition, privileges] of TABLES) {
      await queryRunner.query(`CREATE TABLE ${name} (organization_id uuid NOT NULL REFERENCES organization, ${definition})`);
      await queryRunner.query(`SELECT jari_protect('${name}', '${privileges}')`);
    }
    // One ballot over a post at a time.
    await queryRunner.query(`
      CREATE UNIQUE INDEX ballot_one_at_a_time ON ballot (organization_id, position_id)
      WHERE state IN ('DRAFT', 'NOMINATING', 'PREPARED', 'OPEN', 'CLOSED')`);
    await queryRunner.query(`CREATE UNIQUE INDEX ballot_appeal_one_open ON ballot_appeal (organization_id, ballot_id, subject_employee_id) WHERE state = 'DECLARED'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name] of [...TABLES].reverse()) await queryRunner.query(`DROP TABLE ${name}`);
  }
}
