import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, its columns and constraints, and what the application may do with its rows; in the order of their references. */
const TABLES: readonly (readonly [name: string, definition: string, privileges: string])[] = [
  ['ballot_keygen_message', `
    ballot_id uuid NOT NULL,
    trustee_index integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('COMMIT', 'REVEAL', 'SHARES', 'CONFIRM', 'COMPLAINT')),
    message jsonb NOT NULL,
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, trustee_index, kind),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT, DELETE'],

  ['ballot_key', `
    ballot_id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('BOARD', 'REGISTRAR')),
    secret bytea NOT NULL,
    public_key text NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, purpose),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT'],

  ['ballot_credential', `
    ballot_id uuid NOT NULL,
    slot integer NOT NULL CHECK (slot >= 1),
    public_key text NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, slot),
    UNIQUE (organization_id, ballot_id, public_key),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT, DELETE'],

  ['ballot_credential_holder', `
    ballot_id uuid NOT NULL,
    employee_id uuid NOT NULL,
    slot integer NOT NULL,
    secret text,
    PRIMARY KEY (organization_id, ballot_id, employee_id),
    UNIQUE (organization_id, ballot_id, slot),
    FOREIGN KEY (organization_id, ballot_id, employee_id) REFERENCES ballot_voter,
    FOREIGN KEY (organization_id, ballot_id, slot) REFERENCES ballot_credential`, 'SELECT, INSERT, DELETE'],

  ['ballot_spec_signature', `
    ballot_id uuid NOT NULL,
    trustee_index integer NOT NULL,
    signature text NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, trustee_index),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT'],
];

const COLUMNS = ['roll_salt', 'registrar_key', 'registrar_signature', 'specification', 'election_id'] as const;

export class FixWhatABallotIs1764000000014 implements MigrationInterface {
  readonly name = 'FixWhatABallotIs1764000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await queryRunner.query(`ALTER TABLE ballot ADD COLUMN ${column} text`);
    await queryRunner.query('ALTER TABLE ballot_trustee ADD COLUMN lot_commitment text');
    await queryRunner.query(`ALTER TABLE ballot ADD CONSTRAINT ballot_specification_is_named CHECK ((specification IS NULL) = (election_id IS NULL))`);
    await queryRunner.query(`
      ALTER TABLE ballot ADD CONSTRAINT ballot_opens_with_a_specification
      CHECK (state IN ('DRAFT', 'NOMINATING', 'CANCELLED') OR specification IS NOT NULL) NOT VALID`);
    await queryRunner.query('CREATE UNIQUE INDEX ballot_election ON ballot (organization_id, election_id)');
    for (const [name, definition, privileges] of TABLES) {
      await queryRunner.query(`CREATE TABLE ${name} (organization_id uuid NOT NULL REFERENCES organization, ${definition})`);
      await queryRunner.query(`SELECT jari_protect('${name}', '${privileges}')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name] of [...TABLES].reverse()) await queryRunner.query(`DROP TABLE ${name}`);
    await queryRunner.query('ALTER TABLE ballot_trustee DROP COLUMN lot_commitment');
    await queryRunner.query('ALTER TABLE ballot DROP CONSTRAINT ballot_opens_with_a_specification');
    await queryRunner.query('DROP INDEX ballot_election');
    for (const column of COLUMNS) await queryRunner.query(`ALTER TABLE ballot DROP COLUMN ${column}`);
  }
}
