import { announceRound } from '../stages/announce-round.js';
import { adoptScenario } from '../stages/adopt-scenario.js';
import { amendLate } from '../stages/amend-late.js';
import { announceBallots } from '../stages/announce-ballots.js';
import { approve } from '../stages/approve.js';
import { auditSeason } from '../stages/audit-season.js';
import { checkFacts } from '../stages/check-facts.js';
import { decideOverrides } from '../stages/decide-overrides.js';
import { decideWaivers } from '../stages/decide-waivers.js';
import { takeOffice } from '../stages/decide-ballots.js';
import { enterRecords } from '../stages/enter-records.js';
import { fileWishes } from '../stages/file-wishes.js';
import { found } from '../stages/found.js';
import { hearGrievances } from '../stages/hear-grievances.js';
import { importAgain, importStaff } from '../stages/import-staff.js';
import { issueOrders } from '../stages/issue-orders.js';
import { keepWishes } from '../stages/keep-wishes.js';
import { openAccounts } from '../stages/accounts.js';
import { prepareBallots } from '../stages/prepare-ballots.js';
import { readReports } from '../stages/read-reports.js';
import { readResults } from '../stages/read-results.js';
import { searchChoices } from '../stages/search-choices.js';
import { runScenarios } from '../stages/run-scenarios.js';
import { settleViolations } from '../stages/settle-violations.js';
import type { Season, Stage } from './season.js';

/** The season in the order of the calendar. */
const STAGES: readonly Stage[] = [
  found, importStaff, openAccounts, keepWishes, importAgain, enterRecords, announceBallots, announceRound, prepareBallots, fileWishes, checkFacts, amendLate, decideWaivers, runScenarios, adoptScenario,
  decideOverrides, settleViolations, approve, issueOrders, takeOffice, readResults, hearGrievances, readReports, auditSeason, searchChoices,
];

export const playSeason = async (season: Season): Promise<void> => {
  for (const stage of STAGES) await stage(season);
};
