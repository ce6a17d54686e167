/** One program on one round. */
export interface Row {
  /** `limit`, `jari`, or the name of a peer. */
  readonly program: string;
  readonly mechanism: string;
  readonly employees: number;
  /** Median of the runs, null where there was none. */
  readonly ms: number | null;
  /** The first run, before the code was warm. */
  readonly firstMs: number | null;
  readonly runs: number;
  readonly peakMb: number | null;
  /** Why there is no time: out of time or memory, refused by the mechanism, failed. */
  readonly stopped: Stop | null;
  /** Where the answer of a heuristic stands. */
  readonly note: string;
}

export type Stop = 'time' | 'memory' | 'refused' | 'failed' | 'absent';

/** What the child is told. */
export interface Task {
  readonly program: string;
  readonly mechanism: string;
  readonly folder: string;
  readonly runs: number;
  /** A run is stopped at these, where the mechanism looks up. */
  readonly limitMs: number;
  readonly limitMb: number;
}

/** What it answers. */
export interface Answer {
  readonly ms: readonly number[];
  readonly peakMb: number;
  readonly stopped: Stop | null;
  readonly note: string;
  /** FNV-1a of the assignment, for comparison with the C loop. */
  readonly hash: string;
}

/** One program under measurement, given a round; returns what one run does and how its answer is told apart. */
export interface Measured {
  /** What comes before each run and is not timed. */
  readonly prepare?: () => void;
  /** One run. @throws StoppedRun */
  readonly run: () => void;
  readonly hash: () => string;
  readonly note: () => string;
}

export class StoppedRun extends Error {
  constructor(readonly stop: Stop) {
    super(stop);
  }
}
