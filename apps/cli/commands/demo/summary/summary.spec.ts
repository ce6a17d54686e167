import { emptyRecord, type ComparedScenario, type ParticipantLine, type ReadResult, type SeasonRecord } from '../season/season-record.js';
import { widthOf } from '../terminal/width.js';
import type { BallotFigures } from './ballot-figures.js';
import { renderSummary, type SummaryFacts } from './render.js';
import { scenarioTable } from './scenario-table.js';
import { summarise } from './summary.js';

type State = ParticipantLine['state'];

const metrics: ComparedScenario['metrics'] = {
  participants: 7, placed: 2, byRank: [1, 1, 0, 0, 0], stayed: 1, unmet: 0, outOfWish: 2, excluded: 2, displaced: { people: 2, placed: 2 }, mutual: 1, unfilledPlaces: 0,
  worseOff: 0, reading: { envy: 0, wasted: 0, improvable: true },
};
const adopted: ComparedScenario = {
  runId: 'r', label: '예고한 기준', mechanism: 'da-star', title: { ko: '현 보직 보장 배정', en: 'DA*' }, tradeOff: { ko: '', en: '' }, seed: '7', hash: 'ab'.repeat(32),
  metrics, holds: true, adoptable: true, differing: 0, words: [],
};
const taking: ComparedScenario = { ...adopted, runId: 's', label: '희망자 제안 배정 (da)', mechanism: 'da', adoptable: false, differing: 3, metrics: { ...metrics, worseOff: 2, reading: { envy: 4, wasted: 0, improvable: false } } };

const BALLOT: BallotFigures = { position: '행정지원과장', eligible: 479, cast: 430, revisions: 31, rejected: 2, method: 'schulze', outcome: 'ELECTED', winner: '가상 하나', electionId: 'e' };

/** number, state, rank, displaced, wishes */
const PEOPLE: readonly (readonly [string, State, number | null, boolean, number])[] = [
  ['a', 'PLACED', 1, false, 3], ['b', 'PLACED', 2, true, 2], ['c', 'STAYED', null, false, 1], ['d', 'OUT_OF_WISH', null, true, 1],
  ['e', 'OUT_OF_WISH', null, false, 0], ['f', 'EXCLUDED', null, false, 2], ['g', 'EXCLUDED', null, false, 0],
];

const record = (people = PEOPLE): SeasonRecord => ({
  ...emptyRecord(), adopted, scenarios: [adopted, taking], adoptionReason: '예고한 기준 그대로임.', filed: 5, checkIns: 40, overrides: 1, ordersIssued: 4, grievances: { opened: 2, answered: 1 },
  participants: PEOPLE.map(([employeeNumber, state, , displaced, wishCount]): ParticipantLine => ({
    employeeNumber, state, displaced, wishCount, employeeId: employeeNumber, mustMove: false, factCheck: 'CONFIRMED', currentPositionId: null, outcomePositionId: null,
  })),
  results: people.map(([employeeNumber, state, rank, displaced]): ReadResult => ({ employeeNumber, state, rank, displaced, sentence: null })),
});

describe('the summary', () => {
  it('counts what people read: outcomes, ranks, displaced, and shares of everybody', () => {
    expect(summarise(record(), 6, [BALLOT])).toEqual({
      label: '가상 데이터',
      wishes: { employees: 6, filed: 5, checkIns: 40 },
      round: {
        participants: 7, placed: 2, byRank: [1, 1, 0, 0, 0], stayed: 1, unmet: 0, outOfWish: 2, excluded: 2, displaced: { people: 2, placed: 2 },
        overrides: 1, mechanism: 'da-star', seed: '7', hash: adopted.hash,
      },
      orders: { issued: 4, planned: 0 },
      satisfaction: { rate: 0.2857, firstChoiceRate: 0.1429 },
      grievances: { opened: 2, answered: 1 },
      scenarios: [
        { mechanism: 'da-star', label: '예고한 기준', placed: 2, byRank: [1, 1, 0, 0, 0], outOfWish: 2, envy: 0, worseOff: 0, differing: 0, adoptable: true, hash: adopted.hash },
        { mechanism: 'da', label: '희망자 제안 배정 (da)', placed: 2, byRank: [1, 1, 0, 0, 0], outOfWish: 2, envy: 4, worseOff: 2, differing: 3, adoptable: false, hash: adopted.hash },
      ],
      ballots: [BALLOT],
      adoption: { mechanism: 'da-star', reason: '예고한 기준 그대로임.', worseOff: 0 },
    });
  });

  it.each([
    ['somebody who read nothing', PEOPLE.slice(1)],
    ['somebody still without an outcome', [['a', 'SNAPSHOT', null, false, 3] as const, ...PEOPLE.slice(1)]],
    ['somebody placed by a wish without a rank', [['a', 'PLACED', null, false, 3] as const, ...PEOPLE.slice(1)]],
  ])('is refused with %s', (_, people) => {
    expect(() => summarise(record(people), 6, [])).toThrow('do not add up');
  });

  it('needs an adopted proposal', () => {
    expect(() => summarise({ ...record(), adopted: null }, 6, [])).toThrow('No proposal');
  });
});

describe('the picture', () => {
  const facts: SummaryFacts = {
    mutual: 1, staffRequests: 9, preparationItems: 12, factsConfirmed: 6, signIns: 99, violations: { found: 3, resolved: 1, accepted: 2 }, earlyMoves: 1,
    scenarios: scenarioTable([adopted, taking], [{ mechanism: 'to-be', label: '블록 교환 (to-be)' }], 'r', '예고한 기준과 방식 그대로이며 현재 보직을 잃는 사람이 없고 점수가 앞서는데도 밀린 경우가 없는 안이므로 채택함.'), ballots: [], audit: { rows: 1234, intact: true }, searched: { rows: 90_123, megabytes: 80, secrets: 7000 },
    times: [{ title: { ko: '희망 제출', en: 'filed' }, seconds: 12.34 }], files: ['var/demo/summary.json'], place: 'var/demo/postgres',
  };
  const text = renderSummary(summarise(record(), 6, [BALLOT]), facts);

  it('says that nobody in it is real, and shows the hash whole', () => {
    expect(text).toContain('가상 데이터');
    expect(text).toContain(adopted.hash);
  });

  it('sets the season beside 2006 and 2019 by shares of those who moved', () => {
    expect(text).toMatch(/1지망 1st +이번 2027 █+▌? +1명 +25\.0 %/);
    expect(text).toMatch(/2006 █+.* 89명 +77\.4 %/);
    expect(text).toMatch(/US Army █+.* 55 %/);
    expect(text).toMatch(/광주 Gwangju █+.* 312명 +61\.4 %/);
  });

  it('sets all scenarios side by side, marks the adopted one and those that may not be, and gives the reason', () => {
    expect(text).toMatch(/▸ 예고한 기준 +2 +1 +2 +0 +0 +0\n/);
    expect(text).toMatch(/× 희망자 제안 배정 \(da\) +2 +1 +2 +4 +2 +3\n/);
    expect(text).toMatch(/– 블록 교환 \(to-be\) +이번 배치에 쓸 수 없음/);
    expect(text.replaceAll(/\s+/g, '')).toContain('밀린경우가없는안이므로채택함.');
  });

  it('fits a terminal of 100 columns and ends with one line break', () => {
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/undefined|NaN|기피/);
  });
});
