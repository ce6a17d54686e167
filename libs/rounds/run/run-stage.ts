/** The stages of a run in their order, with the share of its time that lies before and behind each. */
export const STAGE_SHARES = {
  QUEUED: { from: 0, to: 0 },
  READING: { from: 0, to: 0.1 },
  COMPILING: { from: 0.1, to: 0.2 },
  PLACING: { from: 0.2, to: 0.55 },
  CERTIFYING: { from: 0.55, to: 0.65 },
  EXPLAINING: { from: 0.65, to: 0.85 },
  STORING: { from: 0.85, to: 1 },
} as const;

export type RunStage = keyof typeof STAGE_SHARES;
export const RUN_STAGES = Object.keys(STAGE_SHARES) as readonly RunStage[];

/** Where a run is; `share` 0–1 of the whole, never falling. */
export interface StageNews {
  readonly stage: RunStage;
  /** The pool of the phase being placed, in the stage PLACING. */
  readonly phase: string | null;
  readonly share: number;
}

/** @param within share of the stage itself that is done */
export const stageNews = (stage: RunStage, within = 0, phase: string | null = null): StageNews => {
  const { from, to } = STAGE_SHARES[stage];
  return { stage, phase, share: from + within * (to - from) };
};

/** As the job of the run carries it: `PLACING:OPEN`. */
export const writeStage = ({ stage, phase }: Pick<StageNews, 'stage' | 'phase'>): string => (phase === null ? stage : `${stage}:${phase}`);

export const readStage = (text: string | null): Pick<StageNews, 'stage' | 'phase'> => {
  const [stage = '', phase = null] = (text ?? '').split(':');
  const known = RUN_STAGES.find((one) => one === stage);
  return { stage: known ?? (text === null ? 'QUEUED' : 'READING'), phase };
};
