import { bureau, division, team } from './spec.js';

export const URBAN = bureau(
  '도시관리국|Urban Management Bureau',
  '주거와 건축, 도시 경관과 부동산 행정을 맡아 안전하고 아름다운 도시를 관리한다.',
  [
    division('주거개선과|Housing Improvement Division|시설+행정', '재건축과 공동주택 관리를 지원하고 주거 환경을 개선한다.', [
      team('주거정책팀|Housing Policy Team|행정', '주거 정책 및 임대주택|Housing policy and rental homes', '정비사업 분쟁 조정|Mediation in redevelopment|H', '빈집 정비|Vacant homes'),
      team('재건축1팀|Reconstruction Team 1|시설', '정비구역 지정|Designation of renewal areas', '조합 설립 및 사업시행 인가|Approval of associations and projects|H S36', '관리처분계획 검토|Review of disposal plans|P'),
      team('재건축2팀|Reconstruction Team 2|시설', '안전진단 및 추진위원회|Safety diagnosis and committees', '준공 및 이전 고시|Completion and transfer', '정비사업 공공 지원|Public support of projects|J=시설+행정'),
      team('공동주택관리팀|Apartment Management Team', '공동주택 관리 감독|Oversight of apartment management|H', '층간 소음 갈등 조정|Noise disputes between floors', '공동주택 지원금|Apartment grants|G9'),
    ]),
    division('도시디자인과|Urban Design Division|시설+행정', '거리의 경관과 간판, 야간 조명을 다듬어 도시의 인상을 만든다.', [
      team('디자인정책팀|Design Policy Team', '도시 경관 계획|Townscape plan', '경관 심의 운영|Townscape review', '공공디자인 전문 업무|Public design|X'),
      team('광고물팀|Signage Team|행정', '옥외 광고물 허가|Outdoor advertising permits', '불법 광고물 정비|Illegal signs|H', '간판 개선 사업|Better shop signs'),
      team('야간경관팀|Night View Team|공업+시설', '야간 경관 조명|Night lighting|J=공업', '경관 조명 유지 관리|Lighting maintenance', '빛 공해 관리|Light pollution|J=환경+공업'),
      team('공공디자인팀|Public Design Team', '공공시설물 디자인|Design of street furniture', '무장애 디자인|Barrier-free design|G8', '색채·안내 체계 전문 업무|Colour and wayfinding|X'),
    ]),
    division('건축과|Architecture Division|시설', '건축 허가와 감리, 노후 건축물의 안전을 맡는다.', [
      team('건축행정팀|Building Administration Team|시설+행정', '건축위원회 운영|Architecture committee', '건축사 지도·감독|Oversight of architects', '건축물대장 관리|Building register|G9'),
      team('건축1팀|Architecture Team 1', '대형 건축물 허가|Permits for large buildings|H L=건축기사', '착공 및 사용 승인|Start and completion approval', '건축 민원 상담|Building advice'),
      team('건축2팀|Architecture Team 2', '소형 건축물 허가|Permits for small buildings|L=건축기사', '가설건축물 신고|Temporary buildings', '용도 변경 허가|Change of use'),
      team('건축안전팀|Building Safety Team', '공사장 안전 점검|Site safety|H L=건설안전기사', '노후 건축물 관리|Ageing buildings', '구조 안전 전문 업무|Structural safety|X', '해체 공사 감리|Demolition supervision|J=시설+방재안전'),
      team('위반건축물팀|Building Violations Team|시설+행정', '위반 건축물 단속|Building violations|H', '이행강제금 부과|Compliance charges|J=행정+세무+시설', '항공사진 판독|Aerial photograph review'),
    ]),
    division('부동산정보과|Real Estate Information Division|시설+행정', '지적과 공시지가, 부동산 거래 정보를 정확하게 관리한다.', [
      team('부동산행정팀|Real Estate Administration Team|행정', '부동산 거래 신고|Property transaction reports', '거래 자료 조사 및 과태료|Transaction checks and fines|J=행정+세무', '조상 땅 찾기|Ancestral land search|G9'),
      team('지적팀|Cadastre Team|시설', '토지 이동 정리|Changes of parcels', '지적 측량 성과 검사|Inspection of surveys|L=지적기사', '지적 재조사 사업|Cadastral resurvey|S36 L=지적기사 P'),
      team('토지평가팀|Land Valuation Team', '개별 공시지가 산정|Official land prices', '개발 부담금 부과|Development charges|J=세무+행정+시설', '지가 이의 신청|Land price objections'),
      team('공간정보팀|Spatial Information Team|시설+전산', '공간정보 시스템 운영|Spatial information system|L=정보처리기사 J=전산', '도로명주소 관리|Road name addresses', '드론 촬영 및 지도 제작|Drone mapping'),
      team('부동산중개팀|Brokerage Team|행정', '중개업 등록 및 지도|Brokerage registration', '전세 피해 상담|Advice on deposit fraud|H', '중개 보수 분쟁 조정|Fee disputes'),
    ]),
  ],
);
