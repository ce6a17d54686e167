/** The stages of a run in their order, with the share of its time that lies before and behind each. */
export const ALL_STAGES = {
  QUEUED: { from: 0, to: 0 },
  READING: { from: 0, to: 0.1 },
  COMPILING: { from: 0.1, to: 0.2 },
  PLACING: { from: 0.2, to: 0.55 },
  CERTIFYING: { from: 0.55, to: 0.65 },
  EXPLAINING: { from: 0.65, to: 0.85 },
  STORING: { from: 0.85, to: 1 },
} as const;

export type RunStage = keyof typeof ALL_STAGES;
export const RUN_STAGES = Object.keys(ALL_STAGES) as readonly RunStage[];
