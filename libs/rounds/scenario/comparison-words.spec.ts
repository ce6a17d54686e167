import { mechanismCodes } from '#matching';
import type { RunMetrics } from '../run/measure-round.js';
import { comparisonWords } from './comparison-words.js';
import { listMechanisms } from './mechanism-words.js';

const flow = (code: string, leaving: number, arriving: number) => ({ code, name: { ko: `${code}과`, en: `${code} Department` }, leaving, arriving, vacantBefore: 0, vacantAfter: 0 });
const run = (more: Partial<RunMetrics> = {}, asNoticed = true) => ({
  asNoticed,
  metrics: {
    participants: 9, placed: 4, byRank: [2, 2, 0, 0, 0], stayed: 4, unmet: 0, outOfWish: 1, excluded: 0, displaced: { people: 0, placed: 0 }, movers: 5, mustMove: 1, mutual: 0,
    unfilledPlaces: 0, worseOff: 0, reading: { envy: 0, wasted: 0, improvable: false }, departments: [], ...more,
  } satisfies RunMetrics,
});
const base = run();
const ko = (given: ReturnType<typeof run>, differing = 0) => comparisonWords(given, base, differing).map((words) => words.ko);

describe('the trade-off in words', () => {
  it('says what a scenario gives and what it costs against the base', () => {
    expect(ko(base)).toEqual(['비교의 기준이 되는 안입니다.', '점수가 앞서는데도 밀린 경우가 없습니다.']);
    expect(ko(run({ placed: 6, byRank: [5, 1, 0, 0, 0], outOfWish: 0, reading: { envy: 3, wasted: 0, improvable: false } }, false), 4)).toEqual([
      '기준안보다 희망 배치가 2명 많습니다.', '1지망 배치가 3명 많습니다.', '희망 외 배치가 1명 적습니다.', '대상자 가운데 4명의 결과가 기준안과 다릅니다.',
      '점수가 앞서는데도 밀린 경우가 3건 있습니다.', '예고한 기준이나 방식과 다르므로 채택하려면 인사위원회 의결번호가 있어야 합니다.',
    ]);
    expect(ko(run({ reading: { envy: 0, wasted: 2, improvable: true }, unmet: 1, departments: [flow('가', 3, 1), flow('나', 5, 1), flow('다', 1, 4)] }))).toEqual([
      '배치 인원과 1지망 인원이 기준안과 같습니다.', '점수가 앞서는데도 밀린 경우가 없습니다.', '희망한 사람이 있는데도 비어 있는 자리가 2건 있습니다.',
      '서로 바꾸면 모두 나아지는 교환이 남아 있습니다.', '자리가 정해지지 않는 사람이 1명 있습니다.', '나과에서 들어오는 사람보다 나가는 사람이 4명 많습니다.',
    ]);
  });

  it('says that a result which takes posts away cannot be adopted', () => {
    expect(ko(run({ worseOff: 2 }, false)).at(-1)).toBe('현재 보직에 남을 수 있는 2명이 보직도 희망한 자리도 받지 못하므로 채택할 수 없습니다.');
    expect(comparisonWords(run({ worseOff: 1 }), base, 0).at(-1)?.en).toBe('It cannot be adopted: one person who may stay would keep neither the post nor get a wish.');
  });

  it('fills every place in both languages', () => {
    const loud = run({ placed: 1, byRank: [1, 0, 0, 0, 0], outOfWish: 3, unmet: 1, worseOff: 1, reading: { envy: 1, wasted: 1, improvable: true }, departments: [flow('A', 2, 0)] }, false);
    for (const { ko: korean, en } of comparisonWords(loud, base, 1)) {
      expect(korean + en).not.toMatch(/[{}#|]|undefined/);
      expect(en).not.toMatch(/[가-힣]/);
    }
  });
});

it('every mechanism has a name and its trade-off in both languages', () => {
  expect(listMechanisms().map(({ code }) => code)).toEqual([...mechanismCodes(), 'constrained']);
  for (const { code, title, tradeOff } of listMechanisms()) {
    expect([code, title.ko]).not.toEqual([code, code]);
    expect(tradeOff.ko).toMatch(/니다\.$/);
  }
});
