import type { MigrationInterface } from 'typeorm';
import { OpenTheHouse1764000000001 } from './0001-open-the-house-with-organizations-accounts-and-the-audit-log.js';
import { KeepJobsBesideTheData1764000000002 } from './0002-keep-jobs-beside-the-data-they-belong-to.js';
import { GiveTheDistrictItsUnitsPostsAndPeople1764000000003 } from './0003-give-the-district-its-units-posts-and-people.js';
import { LetEveryoneKeepWishes1764000000004 } from './0004-let-everyone-keep-wishes-preparation-and-favourite-posts.js';
import { CarryPlacementRounds1764000000005 } from './0005-carry-placement-rounds-from-notice-to-orders-and-grievances.js';
import { GuardTheDoor1764000000006 } from './0006-guard-the-door-where-people-sign-in.js';
import { LetMovesBeDecidedTogether1764000000007 } from './0007-let-moves-that-belong-together-be-decided-together.js';
import { LetAnImportRefreshStatistics1764000000008 } from './0008-let-an-import-refresh-what-the-planner-knows.js';
import { EndFilingAtTheDeadline1764000000009 } from './0009-end-filing-at-the-deadline-however-late-the-close.js';
import { GiveTheLegalBasisInBothLanguages1764000000010 } from './0010-give-the-legal-basis-of-a-criterion-in-both-languages.js';
import { AskForManySessionsAtOnce1764000000011 } from './0011-ask-for-many-sessions-at-once.js';
import { LetARoundHavePhases1764000000012 } from './0012-let-a-round-have-any-list-of-phases.js';
import { PrepareBallots1764000000013 } from './0013-prepare-ballots-with-candidates-roll-and-trustees.js';
import { FixWhatABallotIs1764000000014 } from './0014-fix-what-a-ballot-is-before-it-opens.js';
import { TakeBallots1764000000015 } from './0015-take-ballots-and-chain-them-on-a-board.js';
import { KnowWhatFitsAPost1764000000016 } from './0016-know-what-makes-somebody-fit-one-post-more-than-another.js';
import { CountABallot1764000000017 } from './0017-count-a-ballot-and-decide-on-its-result.js';
import { SayWhyARunFailed1764000000018 } from './0018-say-why-a-run-could-not-be-made.js';
import { ReplaceALostCredential1764000000019 } from './0019-replace-a-lost-credential-without-a-second-vote.js';
import { LetPeopleKnow1764000000020 } from './0020-let-people-know-what-a-ballot-asks-of-them.js';

/** In the order in which they run. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [OpenTheHouse1764000000001, KeepJobsBesideTheData1764000000002, GiveTheDistrictItsUnitsPostsAndPeople1764000000003, LetEveryoneKeepWishes1764000000004, CarryPlacementRounds1764000000005, GuardTheDoor1764000000006, LetMovesBeDecidedTogether1764000000007, LetAnImportRefreshStatistics1764000000008, EndFilingAtTheDeadline1764000000009, GiveTheLegalBasisInBothLanguages1764000000010, AskForManySessionsAtOnce1764000000011, LetARoundHavePhases1764000000012, PrepareBallots1764000000013, FixWhatABallotIs1764000000014, TakeBallots1764000000015, KnowWhatFitsAPost1764000000016, CountABallot1764000000017, SayWhyARunFailed1764000000018, ReplaceALostCredential1764000000019, LetPeopleKnow1764000000020];
