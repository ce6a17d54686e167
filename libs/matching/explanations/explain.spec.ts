import type { InstanceInput } from '../instance/input.js';
import { drawLottery } from '../lottery/lottery.js';
import { solve } from '../solve.js';
import { built } from '../testing/run.js';
import { explain, type ExplainOptions } from './explain.js';

function explained(input: InstanceInput, options: ExplainOptions = {}, mechanism = 'da-star', seed: string | number = 1) {
  const instance = built(input);
  return explain(instance, solve(instance, mechanism, { seed }), options);
}

const labels: Record<string, string> = { x: '기획예산과 예산', y: '행정지원과 인사', z: '반포1동' };
const options: ExplainOptions = {
  seatLabel: (id, lang) => (lang === 'ko' ? labels[id] ?? id : `post ${id}`),
  reasonText: (code, lang) => (lang === 'ko' ? '필수보직기간 미충족' : `rule ${code}`),
};

describe('explanations', () => {
  const six = Array.from({ length: 6 }, (_, at) => ({ id: `n${at}`, wishes: ['x'], scores: [90 - at] }));
  const input: InstanceInput = {
    employees: [...six, { id: 'me', current: 'z', currentScore: 1, wishes: ['x', 'y', 'z'], scores: [71, 50, 1], ineligible: [null, 'MINIMUM_TENURE', null] }, { id: 'own', current: 'y', wishes: [], scores: [] }, { id: 'new', wishes: ['y'], scores: [65_535] }],
    seats: [{ id: 'x', capacity: 6 }, { id: 'y', capacity: 1 }, { id: 'z', capacity: 2 }],
  };

  it('tells wish by wish why, with figures and cut-off', () => {
    expect(explained(input, options).get('me')).toEqual({
      got: 'z', rank: 3,
      better: [
        { seat: 'x', reason: 'PEOPLE_AHEAD', places: 6, score: 71, cutoff: 85, ahead: 6, lottery: false },
        { seat: 'y', reason: 'MINIMUM_TENURE', places: 1, score: 50, cutoff: null, ahead: 1, lottery: false },
      ],
      sentence: {
        ko: '3지망으로 희망하신 현재 자리(반포1동)에서 계속 근무하시게 되었습니다. 1지망 기획예산과 예산은 6자리가 모두 우선순위가 앞선 분들께 배정되었습니다(본인 71점, 배치된 분들의 최저점 85점). 2지망 행정지원과 인사는 배치 요건에 맞지 않아 대상에서 제외되었습니다(사유: 필수보직기간 미충족).',
        en: 'You stay at your present seat, post z, which was wish 3 on your list. Wish 1, post x, was full: all 6 places went to people who rank ahead of you (your score 71, lowest score placed 85). Wish 2, post y, was not open to you (reason: rule MINIMUM_TENURE).',
      },
      strategy: {
        code: 'NO_LIST_WAS_BETTER',
        ko: '제출하신 희망을 기준으로 보면, 희망하는 자리나 그 순서를 다르게 쓰셨더라도 더 나은 결과를 얻으실 수는 없었습니다.',
        en: 'Going by the wishes you filed, naming other seats or another order could not have brought you a better result.',
      },
    });
  });

  it('has nothing to explain to who got the first wish', () => {
    expect(explained(input, options).get('n0')).toEqual({ got: 'x', rank: 1, better: [], sentence: { ko: '1지망으로 희망하신 기획예산과 예산에 배치되셨습니다.', en: 'You are placed at post x, wish 1 on your list.' } });
    expect(explained(input, options).get('own')?.sentence.ko).toBe('현재 자리(행정지원과 인사)에서 계속 근무하시게 되었습니다.');
  });

  it('says that an incumbent keeps the place, whatever the scores', () => {
    expect(explained(input, options).get('new')).toMatchObject({
      got: null, rank: null, better: [{ seat: 'y', reason: 'KEPT_BY_INCUMBENTS', score: 65_535, cutoff: null, ahead: 1, lottery: false }],
      sentence: { ko: '희망하신 자리 가운데 배치가 가능한 자리가 없어 이번에는 배치되지 않으셨습니다. 1지망 행정지원과 인사는 현재 근무하는 분이 한 자리를 계속 맡게 되어 빈자리가 나지 않았습니다.' },
    });
  });

  it('masks the cut-off where fewer than five people got in', () => {
    const four = structuredClone(input);
    four.seats[0]!.capacity = 4;
    const mine = explained(four, options).get('me');
    expect(mine?.better[0]).toMatchObject({ places: 4, score: 71, cutoff: null, ahead: 4 });
    expect(mine?.sentence.ko).toContain('(본인 71점)');
    expect(JSON.stringify(mine)).not.toContain('87');
    four.seats[0]!.capacity = 5;
    expect(explained(four, options).get('me')?.better[0]?.cutoff).toBe(86);
  });

  it('says when the lottery decided', () => {
    const tied: InstanceInput = { employees: Array.from({ length: 7 }, (_, at) => ({ id: `e${at}`, wishes: ['x'], scores: [60] })), seats: [{ id: 'x', capacity: 6 }] };
    const loser = drawLottery(7, 1).indexOf(6);
    const told = explained(tied, options).get(`e${loser}`);
    expect(told?.better).toEqual([{ seat: 'x', reason: 'PEOPLE_AHEAD', places: 6, score: 60, cutoff: 60, ahead: 6, lottery: true }]);
    expect(told?.sentence.ko).toContain('점수가 같아 공개 추첨으로 결정');
    expect(told?.sentence.en).toContain('equal scores, decided by the published lottery');
    for (const employee of tied.employees) delete employee.scores;
    const drawn = explained(tied).get(`e${loser}`);
    expect(drawn?.better).toEqual([{ seat: 'x', reason: 'PEOPLE_AHEAD', places: 6, score: null, cutoff: null, ahead: 6, lottery: true }]);
    expect(drawn?.sentence.en).toContain('the published lottery set the order');
  });

  it('tells an assignment that was changed by hand as a separate decision', () => {
    const instance = built(input);
    const result = solve(instance, 'da-star', { seed: 1 });
    const assignment = result.assignment.slice();
    assignment[0] = -1;
    expect(explain(instance, { ...result, assignment }).get('n0')?.better[0]).toMatchObject({ reason: 'DECIDED_OTHERWISE', cutoff: 85, ahead: 0 });
  });

  it('says that a place is none, and who has no wish', () => {
    const none = explained({ employees: [{ id: 'a', wishes: ['x'] }, { id: 'b', wishes: [] }], seats: [{ id: 'x', capacity: 0 }] });
    expect(none.get('a')).toMatchObject({ better: [{ reason: 'NO_PLACES', places: 0, ahead: 0 }] });
    expect(none.get('b')?.sentence).toEqual({ ko: '제출하신 희망이 없어 이번에는 배치되지 않으셨습니다.', en: 'You named no wish, and you have no seat from this round.' });
  });

  it('lists the seats of a cycle that somebody can read, and counts those of a longer one', () => {
    const ring = (length: number): InstanceInput => ({
      employees: Array.from({ length }, (_, at) => ({ id: `e${at}`, current: `s${at}`, wishes: [`s${(at + 1) % length}`] })), seats: Array.from({ length }, (_, at) => ({ id: `s${at}`, capacity: 1 })),
    });
    const told = (length: number) => explained(ring(length), {}, 'ttc-star').get('e1');
    expect(told(3)).toMatchObject({
      trade: { gave: 's1', length: 3, cycle: ['s1', 's2', 's0'] },
      sentence: {
        ko: '1지망으로 희망하신 s2에 배치되셨습니다. 이 배치는 현재 자리인 s1에서 s2로, s2에서 s0으로, s0에서 s1로 이어지는 자리 교환으로 이루어졌습니다.',
        en: 'You are placed at s2, wish 1 on your list. This came about by an exchange that begins and ends at your present seat: s1 → s2 → s0 → s1.',
      },
    });
    expect(told(8)?.trade?.cycle).toHaveLength(8);
    expect(told(8)?.sentence.ko).toContain('이 배치는 모두 8개 자리가 이어진 자리 교환으로 이루어졌습니다.');
    expect(told(31)).toMatchObject({ trade: { gave: 's1', length: 31, cycle: null } });
  });
});
