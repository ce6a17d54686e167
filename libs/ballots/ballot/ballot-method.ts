import { kindNamed, type BallotKind } from '#ballot-box';
import type { Fault } from '#contracts';
import type { MethodCode, NotaRule, StrengthRule } from '#tally';

/** Methods that need no opened ballot: all but IRV. */
export const BALLOT_METHODS = ['plurality', 'approval', 'borda', 'copeland', 'schulze', 'schulze-margins', 'ranked-pairs'] as const satisfies readonly MethodCode[];

export type BallotMethod = (typeof BALLOT_METHODS)[number];

/** What follows from the method: nobody chooses these one by one. */
export interface MethodRules {
  readonly notaRule: NotaRule;
  /** null where no strength of victories is compared. */
  readonly strengthRule: StrengthRule | null;
  /** In approval NOTA is no option: approving nobody says it. */
  readonly notaIsOption: boolean;
}

const STRENGTH: Readonly<Partial<Record<BallotMethod, StrengthRule>>> = { schulze: 'winning-votes', 'schulze-margins': 'margins', 'ranked-pairs': 'winning-votes' };

export const rulesOf = (method: BallotMethod): MethodRules => ({
  notaRule: method === 'plurality' ? 'as-option' : method === 'approval' ? 'majority' : 'beat-nota',
  strengthRule: STRENGTH[method] ?? null,
  notaIsOption: method !== 'approval',
});

/** Two options, NOTA included, are put to a plain vote; three or more are ranked, with Schulze. */
export const defaultMethod = (candidates: number): BallotMethod => (candidates + 1 <= 2 ? 'plurality' : 'schulze');

/** What a voter fills in. */
export const kindOf = (method: BallotMethod, tiesAllowed: boolean): BallotKind =>
  method === 'plurality' || method === 'approval' ? method : tiesAllowed ? 'weak-ranking' : 'strict-ranking';

/** Borda is decided by totals of strict rankings only; other methods without a ranking have no ties to allow. */
export const tieFaults = (method: BallotMethod | null, tiesAllowed: boolean): readonly Fault[] =>
  tiesAllowed && (method === 'plurality' || method === 'approval' || method === 'borda') ? [{ path: 'tiesAllowed', code: 'BALLOT_TIES_UNFIT' }] : [];

/** Whether so many candidates fit on a ballot of this method. */
export const sizeFaults = (method: BallotMethod, tiesAllowed: boolean, candidates: number): readonly Fault[] => {
  const { fewest, most } = kindNamed(kindOf(method, tiesAllowed));
  const nota = rulesOf(method).notaIsOption ? 1 : 0;
  const fits = candidates >= 1 && candidates + nota >= fewest && candidates + nota <= most;
  return fits ? [] : [{ path: 'candidates', code: 'BALLOT_CANDIDATES_UNFIT', params: { fewest: Math.max(1, fewest - nota), most: most - nota, found: candidates } }];
};
