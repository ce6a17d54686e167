import type { Spec } from '#ballot-box';

/** What a trustee should read before signing. */
export const specificationText = (spec: Spec): string => [
  '명세 / specification',
  `  ${spec.organization.name.ko} ${spec.position.name.ko} / ${spec.organization.name.en}, ${spec.position.name.en}`,
  `  후보와 선택지 / options: ${spec.options.map(({ name }) => name.ko).join(', ')}`,
  `  방식 / method: ${spec.method} (${spec.kind}), 동점 / ties: ${spec.tieRule}`,
  `  선거인 / voters: ${spec.rollSize}, 정족수 / quorum: ${spec.quorum}, 최소 투표수 / minimum cast: ${spec.minimumCast}`,
  `  투표 / voting: ${spec.opensAt} – ${spec.closesAt}, 확인 기간 / checking period: ${spec.checkingSeconds} s`,
  `  관리인 / trustees: ${spec.trustees.map(({ name }) => name).join(', ')}`,
  `  합계 확인 / endorsements: ${spec.e} of ${spec.n}, 복호화 / decryption: ${spec.k} of ${spec.n}`,
  `  투표 자격 발급 / credentials: ${spec.registrar === 'separate' ? '감사 부서 / audit office' : '서버 / the server itself'}`,
  '',
].join('\n');
