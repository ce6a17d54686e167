import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, its columns and constraints, and what the application may do with its rows; in the order of their references. */
const TABLES: readonly (readonly [name: string, definition: string, privileges: string])[] = [
  ['ballot_intake_counter', `
    ballot_id uuid NOT NULL,
    taken integer NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (organization_id, ballot_id),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT, UPDATE'],

  // A ballot hash may recur: a copy posted first must not block the original.
  ['ballot_intake', `
    ballot_id uuid NOT NULL,
    intake_index integer NOT NULL CHECK (intake_index >= 1),
    kind text NOT NULL CHECK (kind IN ('BALLOT', 'TEST')),
    slot integer NOT NULL,
    revision integer,
    tracker text,
    ballot_hash text NOT NULL,
    envelope text NOT NULL,
    content text,
    receipt text,
    entered boolean NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, intake_index),
    UNIQUE (organization_id, ballot_id, tracker),
    UNIQUE (organization_id, ballot_id, slot, revision),
    FOREIGN KEY (organization_id, ballot_id, slot) REFERENCES ballot_credential,
    CHECK ((kind = 'BALLOT') = (revision IS NOT NULL) AND (kind = 'BALLOT') = (tracker IS NOT NULL)
       AND (kind = 'BALLOT') = (content IS NOT NULL) AND (kind = 'BALLOT') = (receipt IS NOT NULL))`, 'SELECT, INSERT, UPDATE'],

  ['ballot_board_entry', `
    ballot_id uuid NOT NULL,
    entry_index integer NOT NULL CHECK (entry_index >= 1),
    previous_hash text NOT NULL,
    hash text NOT NULL,
    intake_index integer,
    entry text NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, entry_index),
    UNIQUE (organization_id, ballot_id, previous_hash),
    UNIQUE (organization_id, ballot_id, intake_index),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    FOREIGN KEY (organization_id, ballot_id, intake_index) REFERENCES ballot_intake`, 'SELECT, INSERT'],

  ['ballot_participation', `
    ballot_id uuid NOT NULL,
    employee_id uuid NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, employee_id),
    FOREIGN KEY (organization_id, ballot_id, employee_id) REFERENCES ballot_voter`, 'SELECT, INSERT'],
];

export class TakeBallots1764000000015 implements MigrationInterface {
  readonly name = 'TakeBallots1764000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ballot ADD COLUMN close_record text');
    for (const [name, definition, privileges] of TABLES) {
      await queryRunner.query(`CREATE TABLE ${name} (organization_id uuid NOT NULL REFERENCES organization, ${definition})`);
      await queryRunner.query(`SELECT jari_protect('${name}', '${privileges}')`);
    }
    await queryRunner.query('CREATE INDEX ballot_intake_pending ON ballot_intake (organization_id, ballot_id) WHERE NOT entered');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name] of [...TABLES].reverse()) await queryRunner.query(`DROP TABLE ${name}`);
    await queryRunner.query('ALTER TABLE ballot DROP COLUMN close_record');
  }
}
