import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, its columns and constraints, and what the application may do with its rows; in the order of their references. */
const TABLES: readonly (readonly [name: string, definition: string, privileges: string])[] = [
  // A trustee who endorses twice is seen by everybody, so that both words are kept.
  ['ballot_endorsement', `
    ballot_id uuid NOT NULL,
    signature text NOT NULL,
    trustee_index integer NOT NULL,
    endorsement text NOT NULL,
    PRIMARY KEY (organization_id, ballot_id, signature),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot`, 'SELECT, INSERT'],

  ['ballot_share', `
    ballot_id uuid NOT NULL,
    trustee_index integer NOT NULL,
    state text NOT NULL CHECK (state IN ('PENDING', 'VALID', 'REFUSED')),
    fault text,
    share text NOT NULL,
    lot_nonce text,
    PRIMARY KEY (organization_id, ballot_id, trustee_index),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    CHECK ((state = 'REFUSED') = (fault IS NOT NULL))`, 'SELECT, INSERT, UPDATE'],

  ['ballot_decision', `
    ballot_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('COUNTERSIGNED', 'DEVIATED')),
    appointed_employee_id uuid,
    reason text,
    decided_at timestamptz NOT NULL,
    decided_by_account_id uuid,
    planned_assignment_id uuid,
    PRIMARY KEY (organization_id, ballot_id),
    FOREIGN KEY (organization_id, ballot_id) REFERENCES ballot,
    FOREIGN KEY (organization_id, appointed_employee_id) REFERENCES employee,
    FOREIGN KEY (organization_id, planned_assignment_id) REFERENCES planned_assignment,
    CHECK (kind <> 'DEVIATED' OR reason IS NOT NULL),
    CHECK ((appointed_employee_id IS NULL) = (planned_assignment_id IS NULL))`, 'SELECT, INSERT'],
];

export class CountABallot1764000000017 implements MigrationInterface {
  readonly name = 'CountABallot1764000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ballot ADD COLUMN result text');
    for (const [name, definition, privileges] of TABLES) {
      await queryRunner.query(`CREATE TABLE ${name} (organization_id uuid NOT NULL REFERENCES organization, ${definition})`);
      await queryRunner.query(`SELECT jari_protect('${name}', '${privileges}')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name] of [...TABLES].reverse()) await queryRunner.query(`DROP TABLE ${name}`);
    await queryRunner.query('ALTER TABLE ballot DROP COLUMN result');
  }
}
