import type { Season } from '../season/season.js';
import { ballotSection } from './ballot-section.js';
import type { SummaryFacts } from './render.js';
import { scenarioTable } from './scenario-table.js';

/** What the picture shows beyond the figures of `summary.json`. */
export const factsOf = ({ record, people, progress, elections }: Season, files: readonly string[], place: string): SummaryFacts => ({
  mutual: record.adopted?.metrics.mutual ?? 0,
  staffRequests: record.staffRequests,
  preparationItems: record.preparationItems,
  factsConfirmed: record.factsConfirmed,
  signIns: people.signIns,
  violations: record.violations,
  earlyMoves: record.earlyMoves,
  scenarios: scenarioTable(record.scenarios, record.refused, record.adopted?.runId ?? null, record.adoptionReason),
  ballots: ballotSection(elections),
  audit: record.audit,
  searched: record.searched,
  times: progress.times,
  files, place,
});
