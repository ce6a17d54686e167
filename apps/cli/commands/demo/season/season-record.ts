import type { Bilingual } from '#contracts';

/** Counts of a run, as the product reports them. */
export interface RunMetrics {
  readonly participants: number;
  readonly placed: number;
  readonly byRank: readonly number[];
  readonly stayed: number;
  readonly unmet: number;
  readonly outOfWish: number;
  readonly excluded: number;
  readonly displaced: { readonly people: number; readonly placed: number };
  readonly mutual: number;
  readonly unfilledPlaces: number;
  /** People who may stay and end neither at their post nor at one they wished for. */
  readonly worseOff: number;
  readonly reading: { readonly envy: number; readonly wasted: number; readonly improvable: boolean };
}

/** One finished run beside the others, as the comparison shows it. */
export interface ComparedScenario {
  readonly runId: string;
  readonly label: string;
  readonly mechanism: string;
  readonly title: Bilingual;
  readonly tradeOff: Bilingual;
  readonly seed: string;
  readonly hash: string;
  readonly metrics: RunMetrics;
  /** Whether everything promised is proved. */
  readonly holds: boolean;
  readonly adoptable: boolean;
  /** People whose result differs from the one that the others are compared with. */
  readonly differing: number;
  readonly words: readonly Bilingual[];
}

/** A mechanism for which the round is no input. */
export interface RefusedScenario {
  readonly mechanism: string;
  readonly label: string;
}

export interface ParticipantLine {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly state: 'SNAPSHOT' | 'PLACED' | 'STAYED' | 'UNMET' | 'OUT_OF_WISH' | 'EXCLUDED';
  readonly displaced: boolean;
  readonly mustMove: boolean;
  readonly factCheck: string;
  readonly wishCount: number;
  readonly currentPositionId: string | null;
  readonly outcomePositionId: string | null;
}

/** What a person read on the day of the orders. */
export interface ReadResult {
  readonly employeeNumber: string;
  readonly state: ParticipantLine['state'];
  readonly displaced: boolean;
  /** The wish that the post got fulfils, whoever decided it. */
  readonly rank: number | null;
  readonly sentence: Bilingual | null;
}

/** What the stages leave for the summary. */
export interface SeasonRecord {
  filed: number;
  checkIns: number;
  preparationItems: number;
  staffRequests: number;
  factsConfirmed: number;
  roundId: string;
  participants: readonly ParticipantLine[];
  scenarios: readonly ComparedScenario[];
  refused: readonly RefusedScenario[];
  proposed: ComparedScenario | null;
  adopted: ComparedScenario | null;
  /** Kept with the round and shown to committee and mayor. */
  adoptionReason: string;
  instance: object | null;
  assignment: Readonly<Record<string, string | null>> | null;
  /** Employee number → the first post wished for that the minimum tenure closes, as the person read it. */
  readonly stopped: Map<string, string>;
  overrides: number;
  violations: { found: number; resolved: number; accepted: number };
  earlyMoves: number;
  ordersIssued: number;
  /** Of them, postings decided elsewhere. */
  plannedOrders: number;
  results: ReadResult[];
  grievances: { opened: number; answered: number };
  audit: { rows: number; intact: boolean } | null;
  /** What was searched for choices, once everything was over; nothing was found, or the season would have ended there. */
  searched: { rows: number; megabytes: number; secrets: number } | null;
  readonly versions: Map<string, number>;
  /** Documents that the product made for people: file name → content. */
  readonly pages: Map<string, string>;
}

export const emptyRecord = (): SeasonRecord => ({
  filed: 0, checkIns: 0, preparationItems: 0, staffRequests: 0, factsConfirmed: 0, roundId: '', participants: [], scenarios: [], refused: [], proposed: null, adopted: null,
  adoptionReason: '',
  instance: null, assignment: null, stopped: new Map(), overrides: 0, violations: { found: 0, resolved: 0, accepted: 0 }, earlyMoves: 0, ordersIssued: 0, plannedOrders: 0, results: [],
  grievances: { opened: 0, answered: 0 }, audit: null, searched: null, versions: new Map(), pages: new Map(),
});
