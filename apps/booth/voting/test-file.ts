import type { BallotContent, Opening, Spec } from '#ballot-box';

/** All that another device needs to check a tested ballot with `isOpenedBy`. */
export interface TestFile {
  readonly format: 'jari-ballot-opening/1';
  readonly spec: Spec;
  readonly credential: string;
  readonly ballotHash: string;
  readonly content: BallotContent;
  readonly opening: Opening;
}
