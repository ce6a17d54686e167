import { DEMO_REFERENCE_DATE, DEMO_SEED } from '../../../demo-district/index.js';
import { storyOn } from '../../../demo-loader/index.js';
import { planElections, type ElectionPlan } from './election-plan.js';
import { NOTA, VOTING_DAYS } from './vote-plan.js';

const story = storyOn(DEMO_REFERENCE_DATE, DEMO_SEED);
const plans = planElections(story, DEMO_SEED);
const [ranked, plain] = plans as readonly [ElectionPlan, ElectionPlan];
const firsts = ({ votes }: ElectionPlan) => votes.filter(({ revision }) => revision === 1);

describe('the ballots of the season', () => {
  it('are on the two headships, with four and two candidates who are different people', () => {
    expect(plans.map(({ position, method, candidates }) => [position, method, candidates.length])).toEqual([['행정지원과장', null, 4], ['기획예산과장', 'plurality', 2]]);
    const involved = plans.flatMap(({ candidates, declines, incumbent }) => [...candidates.map(({ employeeNumber }) => employeeNumber), declines, incumbent.employeeNumber]).filter((one) => one !== null);
    expect(new Set(involved).size).toBe(involved.length);
    expect(plans.filter(({ deviation }) => deviation !== null)).toEqual([plain]);
  });

  it('are voted on by nine in ten of 479, some of them twice', () => {
    for (const plan of plans) {
      const voters = firsts(plan).map(({ employeeNumber }) => employeeNumber);
      expect(voters).toHaveLength(436);
      expect(new Set(voters).size).toBe(436);
      expect(plan.quorum).toBeLessThan(436);
      const again = plan.votes.filter(({ revision }) => revision === 2);
      expect(again.length).toBeGreaterThan(15);
      expect(again.every(({ employeeNumber, day }) => voters.includes(employeeNumber) && day === VOTING_DAYS - 1)).toBe(true);
      expect(again.filter(({ employeeNumber }) => employeeNumber === plan.forger || employeeNumber === plan.copier)).toEqual([]);
      expect(firsts(plan).filter(({ employeeNumber }) => employeeNumber === plan.forger || employeeNumber === plan.copier).map(({ day }) => day)).toEqual([0, 0]);
    }
  });

  it('ask for a whole ranking in one and one name in the other', () => {
    const names = [...ranked.candidates.map(({ employeeNumber }) => employeeNumber), NOTA].sort();
    for (const { choice } of ranked.votes) expect([...choice].sort()).toEqual(names);
    expect(new Set(ranked.votes.map(({ choice }) => choice.join())).size).toBeGreaterThan(60);
    for (const { choice } of plain.votes) expect(choice).toHaveLength(1);
    expect(new Set(plain.votes.map(({ choice }) => choice[0])).size).toBe(3);
  });

  it('are the same for the same seed and others for another', () => {
    expect(planElections(story, DEMO_SEED)).toEqual(plans);
    expect(planElections(story, DEMO_SEED + 1).map(({ votes }) => votes)).not.toEqual(plans.map(({ votes }) => votes));
  });
});
