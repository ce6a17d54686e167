import { mechanismCodes, mechanismOf } from '#matching';
import { phasePlan, withMechanism, type PhasePlan } from '../rules/setting/phase-plan.js';
import { runInput, runPerson, runSeat } from '../testing/made-up.js';
import { randomDistrict } from '../testing/random-district.js';
import type { PersonExplanation } from './explain.js';
import { performRun } from './perform-run.js';
import type { RunInput } from './run-input.js';

const by = (input: RunInput, mechanism: string): RunInput => ({ ...input, mechanism, plan: withMechanism(phasePlan.standard.phases, mechanism) });
const explained = async (input: RunInput): Promise<ReadonlyMap<string, PersonExplanation>> => (await performRun(input)).explanations;
const notesOf = (told: ReadonlyMap<string, PersonExplanation>, number: string): readonly string[] => told.get(number)?.notes.map(({ ko }) => ko) ?? [];

const seats = ['A', 'B', 'C', 'D'].map((code) => runSeat(code, 1));
const LIST_MATTERS = expect.stringContaining('희망을 어떻게 쓰는지에 따라 결과가 달라질 수 있으므로');

describe('the explanations of a round', () => {
  it.each(mechanismCodes())('are whole sentences that are true of %s', async (mechanism) => {
    for (let seed = 1; seed <= 4; seed++) {
      const input = by(randomDistrict(90, 14, seed), mechanism);
      const plan = (input.plan ?? []).filter(({ pool }) => pool !== 'OUT_OF_WISH');
      for (const { sentence, notes, wishes } of (await explained(input)).values()) {
        for (const { ko, en } of [sentence, ...notes, ...wishes.map(({ text }) => text)]) {
          if (!/[다요)]\.$/u.test(ko) && !/[가-힣]$/u.test(ko)) throw new Error(ko);
          if (/[{}]|undefined|null|NaN|\(\)|  /u.test(ko + en) || /[가-힣]/u.test(en.replaceAll(/[가-힣]+\d*동?/gu, ''))) throw new Error(`${ko} ${en}`);
        }
        for (const { standing, text, cutoff, points, places } of wishes) {
          if (standing !== 'NOT_REACHED') continue;
          // The engine's lowest score is told, and only by mechanisms in which it decides.
          if (text.ko.includes('배치된 분의 최저 점수는') !== (cutoff !== null)) throw new Error(text.ko);
          if (cutoff !== null && plan.every((phase) => mechanismOf(phase.mechanism).decidesBy !== 'standing')) throw new Error(text.ko);
          if ((points === null) === text.ko.includes('점 더 높았다면')) throw new Error(text.ko);
          if (cutoff !== null && (places ?? 0) < 5) throw new Error(text.ko);
        }
      }
    }
  }, 60_000);

  it('tell an exchange by its posts, and that lists may matter where phases follow one another', async () => {
    const ring = runInput([runPerson('E1', 'A', ['B']), runPerson('E2', 'B', ['C']), runPerson('E3', 'C', ['A']), runPerson('E4', 'D', ['A'])], seats);
    const told = await explained(by(ring, 'exchange'));
    expect(notesOf(told, 'E1')).toEqual([expect.stringMatching(/^이 배치는 현재 자리인 .+에서 .+로, .+에서 .+로, .+에서 .+로 이어지는 자리 교환으로 이루어졌습니다\.$/u)]);
    expect(notesOf(told, 'E4')).toEqual([LIST_MATTERS]);
    expect([...told.values()].flatMap(({ notes }) => notes).every(({ en }) => !/E\d/.test(en))).toBe(true);
  });

  it('tell whose seat was asked for that they chose early, without saying by whom', async () => {
    const input = runInput([runPerson('E1', 'A', ['B'], { tenureMonths: 35 }), runPerson('E2', 'B', ['C'], { tenureMonths: 25 })], seats);
    const told = await explained(by(input, 'yrmh-igyt'));
    expect(notesOf(told, 'E2')).toEqual(['현재 자리를 희망하신 분이 계셔서 본인 순번보다 먼저 선택하셨습니다.']);
    expect(notesOf(told, 'E1')).toEqual([]);
  });

  it('say why nothing was asked of those for whom a place was set aside, or that they got a wish after all', async () => {
    // E2 would take N by points, and E1, who can take nothing else, would be left without a post.
    const displaced = { displaced: true, postCode: 'GONE' };
    const input = runInput(
      [runPerson('E1', 'GONE', ['X', 'N'], { ...displaced, jobSeries: '간호' }), runPerson('E2', 'GONE', ['N', 'M'], { ...displaced, hardship: ['ILLNESS'] })],
      [runSeat('X', 0), runSeat('N', 1, { facts: { jobSeries: ['간호', '행정'] } }), runSeat('M', 1, { facts: { jobSeries: ['행정'] } })],
    );
    const result = await performRun(input);
    expect(result.certificate.setAside).toEqual({ E1: 'N' });
    expect(result.placements.get('E1')).toEqual({ outcome: 'PLACED', phase: 'OUT_OF_WISH', seatCode: 'N', rank: 2 });
    expect(result.explanations.get('E1')).toMatchObject({
      sentence: { ko: expect.stringMatching(/^2지망으로 신청하신/u) },
      wishes: [{ standing: 'NOT_REACHED', text: { ko: expect.stringContaining('맡으실 수 있는 자리를 먼저 정해 두었으므로') } }, { standing: 'OBTAINED' }],
    });
  });

  it('name the aim of the whole placement to those whom it cost a wish', async () => {
    const told = await explained(by(runInput([runPerson('E1', 'A', ['C']), runPerson('E2', 'B', ['C'])], seats), 'rank-min'));
    const missed = ['E1', 'E2'].filter((number) => told.get(number)?.wishes[0]?.standing === 'NOT_REACHED');
    expect(missed).toHaveLength(1);
    expect(notesOf(told, missed[0] ?? '')).toEqual([expect.stringContaining('희망 순위 합이 가장 작아지도록'), LIST_MATTERS]);
    expect(told.get(missed[0] ?? '')?.wishes[0]?.text.ko).toBe('배치 전체를 하나의 기준에 맞추어 정한 결과 이 자리에 배정되지 않았습니다.');
  });

  it('promise nothing about other lists but what is certain', async () => {
    const first = runPerson('E1', 'A', ['C'], { hardship: ['ILLNESS'], requestedFor: ['C'] });
    const strategy = async (wishes: readonly string[], more: Partial<RunInput> = {}, facts = {}): Promise<readonly string[]> =>
      notesOf(await explained(runInput([first, runPerson('E2', 'B', wishes, facts)], [...seats, ...['X', 'Y', 'Z'].map((code) => runSeat(code, 0))], more)), 'E2');
    expect(await strategy(['D'])).toEqual([]);
    expect(await strategy(['C', 'D'])).toEqual([expect.stringMatching(/^배치에 참여한 분들과 자리가 그대로라면, 희망하는 자리나 그 순서를 다르게 쓰셨더라도/u)]);
    expect(await strategy(['C', 'X', 'Y', 'Z', 'D'])).toEqual([expect.stringMatching(/^희망을 쓰실 수 있는 5개까지 모두 쓰셨습니다\./u)]);
    expect(await strategy(['C'], {}, { tenureMonths: 40 })).toEqual([expect.stringContaining('다른 자리를 더 쓰셨다면')]);
    expect(await strategy(['C'], { mechanism: 'da-seat' })).toEqual([LIST_MATTERS]);
    expect(await strategy(['C'], { mechanism: 'ttc-star' })).toEqual([]);
    const twice: PhasePlan = [{ pool: 'HOLDERS', mechanism: 'da-star', seats: 'ALL' }, ...phasePlan.standard.phases];
    expect(await strategy(['C'], { plan: twice })).toEqual([LIST_MATTERS]);
    // Displaced people choose first and then no more: who fails there may go on to more.
    expect(await strategy(['C', 'D'], {}, { displaced: true })).toEqual([]);
  });

  it('tell how many points were missing where five people got in by points', async () => {
    const crowd = Array.from({ length: 7 }, (_, at) => runPerson(`E${at + 1}`, `P${at}`, ['C'], { tenureMonths: 40 - at }));
    const input = runInput(crowd, [runSeat('C', 6), ...crowd.map((_, at) => runSeat(`P${at}`, 1))]);
    const { wishes } = (await explained(input)).get('E7') ?? { wishes: [] };
    expect(wishes[0]).toMatchObject({ standing: 'NOT_REACHED', ahead: 6 });
    const { cutoff, score, points, text } = wishes[0] ?? { cutoff: null, score: null, points: null, text: { ko: '' } };
    expect((cutoff ?? 0) - (score ?? 0) + Number(points !== (cutoff ?? 0) - (score ?? 0))).toBe(points);
    expect(text.ko).toContain(`본인 점수가 ${points}점 더 높았다면 이 자리에 배치되었을 것입니다.`);
  });
});
