import type { DemoEmployee } from '../../../demo-district/index.js';
import { stream } from '../../../demo-district/random.js';
import { castOf, type DemoStory } from '../../../demo-loader/index.js';
import { chooseCandidates } from './candidates.js';
import { planVotes, type PlannedVotes } from './vote-plan.js';

export interface PlannedCandidate {
  readonly employeeNumber: string;
  readonly statement: string;
}

/** One ballot as its people will play it: everything but keys and the randomness of ballots follows from the seed. */
export interface ElectionPlan extends PlannedVotes {
  /** What files and summary call it, e.g. 행정지원과장. */
  readonly position: string;
  readonly positionCode: string;
  /** null = the product's default by the number of options. */
  readonly method: 'plurality' | null;
  /** In the order in which they are nominated. */
  readonly candidates: readonly PlannedCandidate[];
  /** Nominated by others, and would rather not. */
  readonly declines: string | null;
  /** Somebody on the roll who nominates the first candidate and whoever declines. */
  readonly nominator: string;
  /** Of grade 7, and of the opinion that the roll lacks them. */
  readonly objector: string;
  readonly incumbent: DemoEmployee;
  readonly quorum: number;
  /** Why the mayor departs from the result; null = countersigns. */
  readonly deviation: string | null;
}

export interface Turnout {
  /** Share (0–1) of the roll that votes. */
  readonly share: number;
  /** Voters without whom the ballot is not valid. */
  readonly quorum: number;
}

/** Nine in ten vote; more than half of the 479 must. */
export const FULL_TURNOUT: Turnout = { share: 0.91, quorum: 240 };

const STATEMENTS = [
  '업무가 몰리는 때를 미리 나누어 준비하고, 결정한 이유를 직원 모두가 볼 수 있게 하겠습니다.',
  '현장 부서의 의견을 매달 듣고 반영 결과를 빠짐없이 알리겠습니다.',
  '오래된 절차를 줄이고 처음 오는 직원도 따라 할 수 있는 안내서를 만들겠습니다.',
  '맡은 일의 무게가 고르게 나뉘도록 업무 분담부터 다시 살피겠습니다.',
] as const;

const DEVIATION = '당선자가 책임지고 추진 중인 현 부서의 핵심 사업이 내년 상반기에 마무리되므로, 사업의 연속성을 위하여 차순위 후보자를 임용함.';

const PLANS = [
  { method: null, stand: 4, oneDeclines: true, deviation: null },
  { method: 'plurality', stand: 2, oneDeclines: false, deviation: DEVIATION },
] as const;

/**
 * Both ballots of the season.
 * @throws RangeError when the district has too few who could stand
 */
export const planElections = (story: DemoStory, seed: number, { share, quorum }: Turnout = FULL_TURNOUT): readonly ElectionPlan[] => {
  const { district } = story;
  const roll = district.employees.filter(({ grade }) => grade >= 4 && grade <= 6).map(({ employeeNumber }) => employeeNumber).sort();
  const below = district.employees.filter(({ grade, leaveFrom }) => grade === 7 && leaveFrom === null).map(({ employeeNumber }) => employeeNumber).sort();
  const people = stream(seed, 'ballot candidates').shuffle(chooseCandidates(story, castOf(story)));
  return PLANS.map(({ method, stand, oneDeclines, deviation }, at): ElectionPlan => {
    const positionCode = district.facts.ballotPositionCodes[at] ?? '';
    const post = district.positions.find(({ code }) => code === positionCode);
    const incumbent = district.employees.find((one) => one.positionCode === positionCode);
    const unit = district.units.find(({ code }) => code === post?.unitCode);
    const standing = people.splice(0, stand);
    const declines = oneDeclines ? people.splice(0, 1)[0] ?? null : null;
    if (incumbent === undefined || unit === undefined || standing.length < stand || (oneDeclines && declines === null)) throw new RangeError('too few could stand in a ballot');
    const random = stream(seed, `ballot ${positionCode}`);
    const numbers = standing.map(({ employeeNumber }) => employeeNumber);
    const nominator = random.pick(roll.filter((number) => !numbers.includes(number) && number !== declines?.employeeNumber));
    return {
      position: `${unit.name}장`, positionCode, method, declines: declines?.employeeNumber ?? null, nominator, objector: random.pick(below), incumbent, quorum, deviation,
      candidates: numbers.map((employeeNumber, index) => ({ employeeNumber, statement: STATEMENTS[(index + at) % STATEMENTS.length] ?? STATEMENTS[0] })),
      ...planVotes(random, roll, numbers, { share, ranked: method === null }),
    };
  });
};
