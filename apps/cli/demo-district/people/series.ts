import { type DemoPosition } from '../model.js';
import { type Random } from '../random.js';
import { OUTSIDE_GRADES_SERIES } from '../units/spec.js';

/** Shares of the job series among the staff, in percent of all; shares of pairs are split between their series. */
export const SERIES_SHARES: Readonly<Record<string, number>> = {
  행정: 50, 사회복지: 15, 시설: 10, 세무: 7, 보건: 2.6, 간호: 2.6, 의료기술: 0.8, 공업: 3, 전산: 2, 방송통신: 1, 녹지: 2, 환경: 2,
  사서: 0.2, 방재안전: 0.4, 운전: 0.15, 시설관리: 0.1, [OUTSIDE_GRADES_SERIES]: 1.15,
};

/** What a post without a series admits in practice. */
const ANY = ['행정', '사회복지', '시설', '세무'];

/**
 * One series for each seat, such that the shares come as near as the posts allow: seats with the fewest admitted
 * series are settled first, each takes the series that lacks most of its share.
 */
export function settleSeries(seats: readonly DemoPosition[], random: Random): string[] {
  const left = new Map(Object.entries(SERIES_SHARES).map(([series, share]) => [series, (share / 100) * seats.length]));
  const admitted = (position: DemoPosition): readonly string[] => (position.jobSeries.length === 0 ? ANY : position.jobSeries);
  const order = random.shuffle(seats.map((_, index) => index)).sort((a, b) => {
    const [first, second] = [seats[a], seats[b]];
    return first && second ? admitted(first).length - admitted(second).length : 0;
  });
  const result: string[] = new Array<string>(seats.length).fill('');
  for (const index of order) {
    const seat = seats[index];
    if (seat === undefined) continue;
    const choice = [...admitted(seat)].sort((a, b) => need(b) - need(a))[0] ?? '행정';
    left.set(choice, (left.get(choice) ?? 0) - 1);
    result[index] = choice;
  }
  return result;

  function need(series: string): number {
    const share = SERIES_SHARES[series] ?? 0;
    return share === 0 ? -Infinity : (left.get(series) ?? 0) / share;
  }
}

const LICENCES: Readonly<Record<string, readonly string[]>> = {
  행정: ['컴퓨터활용능력1급', '행정사', '사회복지사'],
  사회복지: ['사회복지사', '청소년상담사'],
  시설: ['토목기사', '건축기사', '도시계획기사', '지적기사', '건설안전기사'],
  세무: ['전산세무2급', '컴퓨터활용능력1급'],
  보건: ['위생사', '보건교육사'],
  간호: ['간호사'],
  의료기술: ['물리치료사', '임상병리사', '방사선사', '치과위생사'],
  공업: ['전기기사', '일반기계기사', '산업안전기사'],
  전산: ['정보처리기사', '정보보안기사'],
  방송통신: ['정보통신기사', '정보처리기사'],
  녹지: ['조경기사', '산림기사'],
  환경: ['대기환경기사', '수질환경기사'],
  사서: ['2급정사서'],
  방재안전: ['방재기사', '산업안전기사'],
  운전: ['대형운전면허'],
  시설관리: ['소방안전관리자'],
};

/** Series whose entrance itself needs the first licence of the list. */
const ALWAYS = new Set(['사회복지', '간호', '사서', '운전']);

export function licencesOf(series: string, required: readonly string[], random: Random): string[] {
  const known = LICENCES[series] ?? [];
  const held = new Set(required);
  if (ALWAYS.has(series) && known[0] !== undefined) held.add(known[0]);
  const chance = series === '행정' ? 0.18 : 0.45;
  for (const licence of known) if (random.chance(chance / Math.sqrt(known.length))) held.add(licence);
  return [...held];
}
