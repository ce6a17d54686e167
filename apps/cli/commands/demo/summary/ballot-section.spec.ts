import type { Board, OpenSpec } from '#ballot-box';
import type { Election } from '../ballots/election.js';
import { widthOf } from '../terminal/width.js';
import { ballotSection } from './ballot-section.js';

const NAMES = ['김가나', '이다라', '적임자 없음'];

const counted = (kind: 'plurality' | 'strict-ranking', totals: readonly number[], winner: string): Board => ({
  spec: { kind, method: kind === 'plurality' ? 'plurality' : 'schulze', n: 5, k: 3, e: 4, rollSize: 479, options: NAMES.map((ko, at) => ({ id: `c${at + 1}`, name: { ko, en: ko }, nota: at === 2 })) },
  specSignatures: [1, 2, 3, 4, 5], endorsements: [1, 2, 3, 4], shares: [1, 2, 3],
  entries: [...Array.from({ length: 110 }, () => ({ type: 'ballot' })), { type: 'rejected' }], result: { outcome: 'ELECTED', counted: 100, totals, winners: [winner], tie: null },
}) as unknown as Board;

const election = (position: string, board: Board, deviates: boolean): Election => ({
  plan: { position, incumbent: { name: '전임자' } }, board, nominated: 3, objections: 1, turnedAway: 2, turnout: { eligible: 479, cast: 100 },
  opened: { open: { electionId: 'e'.repeat(43) } as OpenSpec, options: new Map([['n1', 0], ['n2', 1], ['nota', 2]]) },
  decision: { kind: deviates ? 'DEVIATED' : 'COUNTERSIGNED', appointed: deviates ? 'n1' : 'n2', reason: deviates ? '사업을 이어 가기 위하여 차순위 후보자를 임용함.' : null },
}) as unknown as Election;

describe('the ballots in the closing report', () => {
  const text = ballotSection([
    election('행정지원과장', counted('strict-ranking', [30, 90, 80], 'c2'), false), election('기획예산과장', counted('plurality', [40, 55, 5], 'c2'), true),
  ]).join('\n');

  it('says that everybody is invented, and that the demo runs trustees and audit office itself', () => {
    expect(text).toContain('가상 데이터');
    expect(text).toMatch(/its own five trustees/);
  });

  it('shows turnout, votes and who counted', () => {
    expect(text).toMatch(/투표율 turnout █+\S* +100 \/ 479 {2}20\.9 %/);
    expect(text).toMatch(/100명 · 다시 투표 10 · 공개 거절 1 · 접수 거부 2/);
    expect(text).toMatch(/4명 확인 endorsed \(필요 4\), 3명 개표 opened \(필요 3\)/);
  });

  it('shows a ranking by how many put the one chosen before each other, and a plain vote by votes', () => {
    expect(text).toMatch(/이다라 > 김가나 █+\S* +70 \/ 100/);
    expect(text).toMatch(/이다라 > 적임자 없음 █+\S* +80 \/ 100/);
    expect(text).toMatch(/ 김가나 █+\S* +40 \/ 100/);
    expect(text).toMatch(/ 적임자 없음 █\S* +5 \/ 100/);
  });

  it('tells the decisions, with the reason of the one that departs from the result', () => {
    expect(text).toMatch(/countersigned\n.*이다라/);
    expect(text).toMatch(/departed from the result\n.*김가나/);
    expect(text).toContain('사업을 이어 가기 위하여');
  });

  it('fits a terminal of 100 columns', () => {
    expect(text.split('\n').filter((line) => widthOf(line) > 100)).toEqual([]);
  });
});
