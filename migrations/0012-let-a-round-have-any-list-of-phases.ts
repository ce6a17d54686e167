import type { MigrationInterface, QueryRunner } from 'typeorm';

const phases = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
const BEFORE = ['DISPLACED', 'OPEN', 'OUT_OF_WISH'] as const;

/** A round is a list of phases: outcomes name further pools, and a certificate holds one proof a phase. */
export class LetARoundHavePhases1764000000012 implements MigrationInterface {
  readonly name = 'LetARoundHavePhases1764000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE run_outcome DROP CONSTRAINT run_outcome_phase_check');
    await queryRunner.query(`ALTER TABLE run_outcome ADD CONSTRAINT run_outcome_phase_check CHECK (phase IN (${phases([...BEFORE, 'MUST_MOVE', 'HOLDERS'])}))`);
    await queryRunner.query(`
      UPDATE placement_run SET certificate = (certificate - 'open' - 'displaced') || jsonb_build_object('worseOff', '[]'::jsonb, 'phases',
        CASE WHEN jsonb_typeof(certificate -> 'displaced') = 'object' THEN jsonb_build_array((certificate -> 'displaced') || '{"pool": "DISPLACED"}') ELSE '[]' END
          || jsonb_build_array((certificate -> 'open') || '{"pool": "OPEN"}'))
      WHERE certificate ? 'open'`);
  }

  /** Proofs of further phases have no place in the older form; a run that has them keeps that of the first open phase. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE placement_run r SET certificate = (certificate - 'phases' - 'worseOff') || jsonb_build_object(
        'displaced', (SELECT p.proof - 'pool' FROM jsonb_array_elements(r.certificate -> 'phases') WITH ORDINALITY AS p(proof, at) WHERE p.proof ->> 'pool' = 'DISPLACED' ORDER BY at LIMIT 1),
        'open', (SELECT p.proof - 'pool' FROM jsonb_array_elements(r.certificate -> 'phases') WITH ORDINALITY AS p(proof, at) WHERE p.proof ->> 'pool' = 'OPEN' ORDER BY at LIMIT 1))
      WHERE certificate ? 'phases'`);
    await queryRunner.query(`UPDATE run_outcome SET phase = 'OPEN' WHERE phase NOT IN (${phases(BEFORE)})`);
    await queryRunner.query('ALTER TABLE run_outcome DROP CONSTRAINT run_outcome_phase_check');
    await queryRunner.query(`ALTER TABLE run_outcome ADD CONSTRAINT run_outcome_phase_check CHECK (phase IN (${phases(BEFORE)}))`);
  }
}
