import { longTenure } from './must-move/long-tenure.js';
import { gradeMix } from './outcome/grade-mix.js';
import { heavyWorkloadFloor } from './outcome/heavy-workload-floor.js';
import { minimumExperienced } from './outcome/minimum-experienced.js';
import { outflowQuota } from './outcome/outflow-quota.js';
import { relativesTogether } from './outcome/relatives-together.js';
import { poolGrade } from './pool/grade.js';
import { poolLeave } from './pool/leave.js';
import { poolNotInPost } from './pool/not-in-post.js';
import { poolPlanned } from './pool/planned.js';
import { poolProbation } from './pool/probation.js';
import { poolSecondment } from './pool/secondment.js';
import { poolSuspension } from './pool/suspension.js';
import { poolTermContract } from './pool/term-contract.js';
import type { Rule } from './rule.js';
import { scoreDistance } from './score/distance.js';
import { scoreExperience } from './score/experience.js';
import { scoreQualification } from './score/qualification.js';
import { scoreDisplaced } from './score/displaced.js';
import { scoreHardship } from './score/hardship.js';
import { scoreHeavyWorkload } from './score/heavy-workload.js';
import { scoreLongTenure } from './score/long-tenure.js';
import { scoreMutual } from './score/mutual.js';
import { scoreOutOfWish } from './score/out-of-wish.js';
import { scoreReturner } from './score/returner.js';
import { scoreRotation } from './score/rotation.js';
import { scoreSeriesMatch } from './score/series-match.js';
import { scoreTenure } from './score/tenure.js';
import { constrainedRound } from './setting/constrained-round.js';
import { earlyMove } from './setting/early-move.js';
import { factCheck } from './setting/fact-check.js';
import { grievanceClocks } from './setting/grievance-clocks.js';
import { phasePlan } from './setting/phase-plan.js';
import { returnerWindow } from './setting/returner.js';
import { fitGrade } from './wish/fit-grade.js';
import { fitLicence } from './wish/fit-licence.js';
import { fitSeries } from './wish/fit-series.js';
import { holderFrozen } from './wish/holder-frozen.js';
import { minimumTenure } from './wish/minimum-tenure.js';
import { ownPost } from './wish/own-post.js';
import { postFrozen } from './wish/post-frozen.js';
import { postNotInRound } from './wish/post-not-in-round.js';
import { relatives } from './wish/relatives.js';
import { specialistTenure } from './wish/specialist-tenure.js';

/** A new rule is a new file and a line here. Within a kind the order is that in which a first reason is given. */
export const RULES: readonly Rule[] = [
  poolPlanned, poolLeave, poolSecondment, poolSuspension, poolProbation, poolTermContract, poolGrade, poolNotInPost,
  postNotInRound, ownPost, postFrozen, holderFrozen, specialistTenure, minimumTenure, fitGrade, fitSeries, fitLicence, relatives,
  longTenure,
  scoreDisplaced, scoreOutOfWish, scoreHardship, scoreReturner, scoreTenure, scoreLongTenure, scoreHeavyWorkload, scoreMutual, scoreRotation, scoreSeriesMatch,
  scoreExperience, scoreQualification, scoreDistance,
  relativesTogether, outflowQuota, minimumExperienced, gradeMix, heavyWorkloadFloor,
  phasePlan, constrainedRound, earlyMove, factCheck, returnerWindow, grievanceClocks,
];

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));
if (byCode.size < RULES.length) throw new Error('Two rules share one code');

export const findRule = (code: string): Rule | undefined => byCode.get(code);
