import { bureau, division, team } from './spec.js';

export const WELFARE = bureau(
  '주민생활국|Residents’ Life Bureau',
  '복지와 보육, 환경과 청소 등 주민의 하루에 가장 가까운 분야를 총괄한다.',
  [
    division('복지정책과|Welfare Policy Division|사회복지+행정', '지역사회보장 계획을 세우고 동 복지와 민간 자원을 엮어 도움이 필요한 이웃을 먼저 찾는다.', [
      team('복지기획팀|Welfare Planning Team', '지역사회보장 계획|Community welfare plan', '복지 재원 및 보조금 관리|Welfare funds and grants', '보훈 대상자 지원|Support for veterans'),
      team('복지자원팀|Welfare Resources Team', '이웃돕기 성금 및 후원|Donations and sponsorship', '푸드뱅크 운영|Food bank', '복지관 지도·감독|Oversight of welfare centres|L=사회복지사'),
      team('통합돌봄팀|Integrated Care Team|사회복지+간호', '통합돌봄 계획 및 연계|Integrated care|S36', '퇴원 환자 재가 지원|Home support after hospital|J=사회복지+간호', '돌봄 서비스 품질 관리|Quality of care services'),
      team('동복지지원팀|Dong Welfare Support Team', '찾아가는 동 복지 지원|Outreach welfare at dong offices', '사례 관리 지원|Support for case management|L=사회복지사', '복지 인력 교육|Training of welfare staff'),
      team('고립예방팀|Isolation Prevention Team|사회복지', '고독사 예방 사업|Prevention of lonely deaths', '위기 가구 발굴|Finding households in crisis|H', '긴급복지 지원|Emergency aid|H'),
    ]),
    division('사회복지과|Social Security Division|사회복지', '기초생활보장과 자활, 장애인 복지로 생활의 마지막 안전망을 지킨다.', [
      team('생활보장팀|Livelihood Security Team', '기초생활보장 급여|Basic livelihood benefits|H', '의료급여 관리|Medical aid|J=사회복지+간호', '부정 수급 환수|Recovery of wrongful payments'),
      team('통합조사팀|Integrated Assessment Team', '복지 대상자 통합 조사|Integrated means assessment|H', '소득·재산 확인 조사|Income and property checks', '차상위 계층 결정|Near-poverty decisions'),
      team('통합관리팀|Benefit Management Team', '수급자 변동 관리|Changes of recipients', '급여 사후 관리|Follow-up of benefits', '복지 전산 자료 정비|Welfare data maintenance|G9'),
      team('자활팀|Self-sufficiency Team', '자활 근로 사업|Self-sufficiency work', '자산 형성 지원|Asset building', '노숙인 보호|Protection of homeless people|H'),
      team('장애인복지팀|Disability Welfare Team', '장애인 등록 및 연금|Disability registration and pension', '장애인 활동 지원|Personal assistance', '장애인 시설 관리|Disability facilities|L=사회복지사', '편의시설 점검|Accessibility inspection|J=시설+사회복지'),
    ]),
    division('여성보육과|Women and Childcare Division|행정+사회복지', '양성평등 정책과 공보육을 맡아 아이 키우기 좋은 환경을 만든다.', [
      team('여성정책팀|Women’s Policy Team', '양성평등 정책|Gender equality policy', '여성 폭력 피해 지원|Support for victims of violence|L=사회복지사', '여성단체 협력|Partnership with women’s groups'),
      team('보육기획팀|Childcare Planning Team', '보육 계획 및 수급 관리|Childcare planning', '국공립 어린이집 확충|Public nurseries|P', '보육정책위원회 운영|Childcare committee'),
      team('보육지원팀|Childcare Support Team', '보육료 및 양육수당|Childcare fees and allowances', '보육교직원 인건비 지원|Nursery staff subsidies', '시간제 보육 및 돌봄|Hourly childcare'),
      team('어린이집관리팀|Nursery Inspection Team', '어린이집 인가 및 점검|Nursery licensing and inspection', '급식·안전 점검|Meals and safety checks', '부모 모니터링 운영|Parents’ monitoring|G9'),
    ]),
    division('푸른환경과|Green Environment Division|환경+행정', '맑은 공기와 조용한 생활 환경을 지키고 탄소중립을 앞당긴다.', [
      team('환경정책팀|Environmental Policy Team', '환경보전 계획|Environmental plan', '환경 교육 운영|Environmental education', '환경개선부담금|Environmental charges|J=행정+세무'),
      team('기후대응팀|Climate Action Team', '탄소중립 계획|Carbon neutrality plan|S36', '기후 적응 사업|Climate adaptation', '탄소 배출 통계|Emission statistics'),
      team('대기환경팀|Air Quality Team|환경', '미세먼지 대책|Fine dust measures', '대기 배출업소 점검|Inspection of emitters|L=대기환경기사', '자동차 공회전 단속|Idling control'),
      team('생활소음팀|Noise Control Team|환경+행정', '공사장 소음 민원|Construction noise complaints|H', '소음·진동 측정|Noise and vibration measurement', '악취 및 수질 민원|Odour and water complaints|H'),
      team('에너지팀|Energy Team|공업+행정', '에너지 절약 사업|Energy saving', '신재생에너지 보급|Renewable energy|J=공업', '가스·전기 안전 신고|Gas and electricity safety|J=공업 L=전기기사'),
    ]),
    division('청소행정과|Cleaning Administration Division|행정+환경', '생활폐기물 수거부터 재활용, 가로 청소까지 깨끗한 거리를 책임진다.', [
      team('청소기획팀|Cleaning Planning Team', '청소 종합계획|Cleaning master plan', '청소 대행업체 관리|Cleaning contractors', '종량제 봉투 관리|Waste bag sales'),
      team('재활용팀|Recycling Team', '재활용 선별장 운영|Sorting plant|H', '재활용품 분리배출 홍보|Recycling campaigns', '일회용품 사용 점검|Single-use goods checks'),
      team('폐기물팀|Waste Team|환경+행정', '음식물류 폐기물 처리|Food waste', '사업장 폐기물 신고|Business waste registration', '대형 폐기물 처리|Bulky waste|H'),
      team('가로청소팀|Street Cleaning Team', '환경공무관 운영|Street cleaning staff|H', '청소 차량 관리|Cleaning vehicles|J=공업+운전', '제설 지원|Snow clearing support'),
      team('무단투기단속팀|Dumping Control Team', '무단투기 단속|Illegal dumping control|H', '과태료 부과 및 징수|Fines|J=행정+세무', '폐쇄회로 화면 판독|Camera footage review|G9'),
    ]),
  ],
);
