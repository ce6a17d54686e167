import { list, record, text, whole } from '../../criteria/shape.js';
import { scoreRule } from '../rule.js';

/** Licences without which a post can be held, but which its work draws on, by the job series that the post asks for. */
const RELEVANT = [
  ['정보처리기사', '전산'], ['정보보안기사', '전산'], ['정보통신기사', '방송통신'], ['사회복지사', '사회복지'], ['청소년상담사', '사회복지'], ['토목기사', '시설'],
  ['건축기사', '시설'], ['도시계획기사', '시설'], ['지적기사', '시설'], ['건설안전기사', '시설'], ['전산세무2급', '세무'], ['위생사', '보건'], ['보건교육사', '보건'],
  ['전기기사', '공업'], ['일반기계기사', '공업'], ['조경기사', '녹지'], ['산림기사', '녹지'], ['대기환경기사', '환경'], ['수질환경기사', '환경'], ['방재기사', '방재안전'],
  ['행정사', '행정'], ['컴퓨터활용능력1급', '행정'],
] as const;

/** Specialist knowledge (전문지식): a licence that serves the work of the post, counted once. Required ones are no advantage: everybody there has them. */
export const scoreQualification = scoreRule({
  code: 'SCORE_QUALIFICATION',
  seatSpecific: true,
  shape: record({ points: whole(0, 20_000), relevant: list(record({ licence: text(1, 80), jobSeries: text(1, 40) }), 0, 300) }),
  standard: { points: 1500, relevant: RELEVANT.map(([licence, jobSeries]) => ({ licence, jobSeries })) },
  apply: ({ points, relevant }) => ({ licences, experience }, seat) =>
    // Rounds noticed before this criterion existed have no such facts, and are replayed without it.
    experience !== undefined && relevant.some(({ licence, jobSeries }) => seat.jobSeries.includes(jobSeries) && licences.includes(licence) && !seat.requiredLicences.includes(licence)) ? points : 0,
});
