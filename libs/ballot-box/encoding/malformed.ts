/**
 * Something that cannot be decoded. `at` is the place (`entries[3].content.proofs[0]`), `reason` one of a few plain
 * words; neither ever repeats the content, which may be somebody's ballot.
 */
export class Malformed extends Error {
  constructor(readonly at: string, readonly reason: string) {
    super(at === '' ? reason : `${at}: ${reason}`);
    this.name = 'Malformed';
  }
}
