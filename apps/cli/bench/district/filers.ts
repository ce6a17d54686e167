import { stream } from '../../demo-district/random.js';
import { REASON_CODES, type DemoDistrict, type DemoEmployee, type DemoPosition, type ReasonCode } from '../../demo-district/index.js';
import type { Ids } from '../../demo-loader/import-district.js';

const LISTS_EACH = 4;
const LONGEST_LIST = 5;
const REASONS = [
  '그동안 맡아 온 업무와 이어지는 분야에서 전문성을 더 쌓고 싶습니다.',
  '출퇴근에 왕복 세 시간이 걸려 집에서 가까운 곳에서 근무하기를 희망합니다.',
  '관련 자격을 준비하고 있으며, 현장 민원과 기획을 함께 경험해 보고 싶습니다.',
] as const;

export interface BenchWish {
  readonly positionId: string;
  readonly reasonCode: ReasonCode;
  readonly reasonText: string;
}

/** Somebody who files, with the lists between which they change their mind. */
export interface Filer {
  readonly employeeNumber: string;
  readonly employeeId: string;
  readonly lists: readonly (readonly BenchWish[])[];
}

const fits = ({ grade, jobSeries }: DemoEmployee, post: DemoPosition): boolean =>
  grade >= post.highestGrade && grade <= post.lowestGrade && (post.jobSeries.length === 0 || post.jobSeries.includes(jobSeries)) && post.requiredLicences.length === 0;

/** Three to five wishes a list among the posts that fit; the first posts of a grade are the sought-after ones. Repeats with the seed. */
export const filersOf = ({ employees, positions, seed }: DemoDistrict, ids: Pick<Ids, 'employee' | 'position'>): Filer[] => {
  const random = stream(seed, 'bench-wishes');
  const suitable = new Map<string, DemoPosition[]>();
  return employees.map((employee) => {
    const kind = `${employee.grade} ${employee.jobSeries}`;
    const posts = suitable.get(kind) ?? random.shuffle(positions.filter((post) => fits(employee, post)));
    suitable.set(kind, posts);
    const choices = posts.length > LONGEST_LIST ? posts : positions;
    const list = (): BenchWish[] => {
      const chosen = new Set<DemoPosition>();
      const length = random.between(3, LONGEST_LIST);
      while (chosen.size < length) {
        const post = choices[Math.floor(random.next() ** 2 * choices.length)];
        if (post !== undefined && post.code !== employee.positionCode) chosen.add(post);
      }
      return [...chosen].map(({ code }) => ({ positionId: ids.position(code), reasonCode: random.pick(REASON_CODES), reasonText: random.pick(REASONS) }));
    };
    return { employeeNumber: employee.employeeNumber, employeeId: ids.employee(employee.employeeNumber), lists: Array.from({ length: LISTS_EACH }, list) };
  });
};
