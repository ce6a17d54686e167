import { type DongSpec } from '../units/dongs.js';
import { draft, type PositionDraft } from './draft.js';

type Size = DongSpec['size'] | 'MERGED';
const SIZES: readonly Size[] = ['MERGING', 'SMALL', 'MIDDLE', 'LARGE', 'MERGED'];

interface DongDuty {
  readonly duty: string;
  readonly dutyEn: string;
  readonly about: string;
  readonly grade: number;
  readonly series: readonly string[];
  /** Places in a dong of each size, in the order of SIZES. */
  readonly places: readonly [number, number, number, number, number];
  readonly heavyFrom?: Size;
}

/** What every dong office does. The counters are the posts with the most places. */
const DONG_DUTIES: readonly DongDuty[] = [
  { duty: '주민자치 및 통·반 행정', dutyEn: 'Residents’ assembly and neighbourhood units', about: '주민자치회와 통·반 조직을 지원한다.', grade: 7, series: ['행정'], places: [1, 1, 1, 1, 1] },
  { duty: '회계 및 서무', dutyEn: 'Accounts and office administration', about: '동의 예산과 회계, 서무를 맡는다.', grade: 7, series: ['행정', '세무'], places: [1, 1, 1, 1, 1] },
  { duty: '맞춤형 복지 상담', dutyEn: 'Tailored welfare counselling', about: '위기 가구를 찾아 상담하고 서비스를 연계한다.', grade: 7, series: ['사회복지'], places: [1, 1, 1, 2, 1] },
  { duty: '찾아가는 방문 복지', dutyEn: 'Home visits', about: '어르신과 취약 가구를 찾아가 살핀다.', grade: 7, series: ['사회복지', '간호', '행정'], places: [1, 1, 2, 2, 1] },
  { duty: '복지 급여 접수 및 상담', dutyEn: 'Benefit applications', about: '복지 급여 신청을 받고 조사를 의뢰한다.', grade: 8, series: ['사회복지', '행정'], places: [1, 2, 2, 3, 1] },
  { duty: '생활 민원 및 거리 환경', dutyEn: 'Everyday complaints and street environment', about: '생활 불편 민원과 거리 환경을 돌본다.', grade: 8, series: ['행정', '환경', '시설'], places: [1, 1, 2, 2, 1] },
  { duty: '안전 및 민방위', dutyEn: 'Safety and civil defence', about: '동의 재난 대비와 민방위를 맡는다.', grade: 8, series: ['행정', '방재안전'], places: [1, 1, 1, 1, 1] },
  { duty: '주민등록·인감 창구', dutyEn: 'Registration and seal counter', about: '전입 신고와 제증명 발급 창구를 운영한다.', grade: 9, series: ['행정'], places: [2, 2, 3, 4, 2], heavyFrom: 'LARGE' },
  { duty: '복지 신청 창구', dutyEn: 'Welfare counter', about: '복지 신청 안내 창구를 운영한다.', grade: 9, series: ['사회복지', '행정'], places: [0, 1, 1, 1, 0] },
];

function leads(unitCode: string, name: string): PositionDraft[] {
  return [
    draft({ unitCode, duty: `${name} 총괄`, dutyEn: 'Head of the dong', description: `${name}의 행정과 복지를 총괄한다.`, nominalGrade: 5, headship: 'DONG_HEAD', jobSeries: ['행정', '사회복지'] }),
    draft({ unitCode, duty: '행정민원팀 총괄', dutyEn: 'Lead of administration and petitions', description: `${name}의 행정·민원 업무를 총괄한다.`, nominalGrade: 6, headship: 'TEAM_LEAD', jobSeries: ['행정'] }),
    draft({ unitCode, duty: '복지팀 총괄', dutyEn: 'Lead of welfare', description: `${name}의 복지 업무를 총괄한다.`, nominalGrade: 6, headship: 'TEAM_LEAD', jobSeries: ['사회복지', '행정'] }),
  ];
}

/** All posts of one dong; the leads first. */
export function dongPosts(unitCode: string, name: string, size: Size): PositionDraft[] {
  const at = SIZES.indexOf(size);
  const duties = DONG_DUTIES.flatMap((duty) => {
    const headcount = duty.places[at] ?? 0;
    if (headcount === 0) return [];
    const heavyWorkload = duty.heavyFrom !== undefined && SIZES.indexOf(duty.heavyFrom) <= at && size !== 'MERGED';
    return [draft({
      unitCode, duty: duty.duty, dutyEn: duty.dutyEn, description: `${name}에서 ${duty.about}`,
      nominalGrade: duty.grade, jobSeries: duty.series, headcount, heavyWorkload,
    })];
  });
  return [...leads(unitCode, name), ...duties];
}

/** The merged dong keeps 14 places, two of them for the first year only (한시정원). */
export function mergedDongPosts(unitCode: string, name: string): PositionDraft[] {
  const temporary = [
    draft({ unitCode, duty: '통합 정착 지원 총괄', dutyEn: 'Lead of the settling-in of the merged dong', description: `${name}의 통합 첫해 주민 불편을 살피고 조직을 안정시킨다. 한시정원으로 둔다.`, nominalGrade: 5, jobSeries: ['행정', '사회복지'] }),
    draft({ unitCode, duty: '통합 민원 조정', dutyEn: 'Coordination of petitions after the merger', description: `${name}의 통합 첫해 민원 이관과 시설 전환을 조정한다. 한시정원으로 둔다.`, nominalGrade: 6, jobSeries: ['행정', '사회복지'] }),
  ];
  return [...dongPosts(unitCode, name, 'MERGED'), ...temporary];
}
