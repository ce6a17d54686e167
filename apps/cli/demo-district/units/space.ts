import { bureau, division, team } from './spec.js';

export const SPACE = bureau(
  '공간혁신국|Urban Space Bureau',
  '교통과 도시계획, 공공시설과 공원을 함께 설계하여 도시 공간의 질을 높인다.',
  [
    division('교통행정과|Transport Division|행정', '보행자와 대중교통을 먼저 생각하는 교통 정책을 세우고 운수·자동차 행정을 맡는다.', [
      team('교통기획팀|Transport Planning Team|행정+시설', '교통 정책 수립|Transport policy', '교통영향평가|Traffic impact assessment|S36 J=시설', '마을버스 노선 조정|Local bus routes'),
      team('교통시설팀|Traffic Facilities Team|시설+행정', '교통안전시설 설치|Traffic safety facilities|J=시설', '어린이 보호구역 정비|School zones', '자전거 도로 관리|Cycle paths'),
      team('운수관리팀|Haulage Team', '택시·화물 운수 행정|Taxi and haulage licences', '운수 종사자 처분|Sanctions on drivers', '유가 보조금 지급|Fuel subsidies|G9'),
      team('자동차관리팀|Vehicle Administration Team', '자동차 등록 민원|Vehicle registration|H G9', '자동차 정비업 지도|Oversight of garages|J=공업+행정', '무단 방치 차량 처리|Abandoned vehicles'),
      team('교통과태료팀|Traffic Fines Team|행정+세무', '교통 과태료 부과|Traffic fines', '교통 체납 징수|Collection of traffic arrears|H', '의견 진술 심의|Hearing of objections'),
    ]),
    division('도시계획과|Urban Planning Division|시설', '도시의 장기 발전 방향을 정하고 용도지역과 지구단위계획을 관리한다.', [
      team('도시계획팀|Urban Planning Team', '도시관리계획 입안|Urban management plans|S36', '도시계획위원회 운영|Planning committee|J=시설+행정', '개발행위 허가|Development permits|L=도시계획기사'),
      team('지구단위팀|District Plans Team', '지구단위계획 수립|District unit plans|S36', '지구단위계획 심의|Review of district plans', '사전 협상 지원|Pre-negotiation'),
      team('도시재생팀|Regeneration Team|시설+행정', '도시재생 사업|Urban regeneration|P', '거점 시설 운영|Regeneration hubs', '주민 협의체 지원|Residents’ councils|J=행정'),
      team('광역사업팀|Major Projects Team', '역세권 복합개발 협의|Station area development|P', '지하 공간 활용 계획|Underground space', '광역 교통망 협력|Regional transport links'),
      team('도시정보팀|Planning Information Team|시설+전산', '도시계획 정보 관리|Planning information', '토지이용계획 확인|Land use certificates|G9', '도시 통계 지도|Urban statistics maps|J=전산+시설'),
    ], ['총괄계획 지원관|Master planning adviser|G5']),
    division('공공인프라과|Public Infrastructure Division|시설', '구가 짓는 공공건축물의 기획부터 준공, 안전까지 책임진다.', [
      team('공공건축팀|Public Building Team', '공공건축 기획 및 설계|Design of public buildings|L=건축기사', '공공건축 공사 감독|Supervision of works', '설계 공모 운영|Design competitions|J=시설+행정'),
      team('공공시설팀|Public Facilities Team', '복합청사 건립|Building of civic complex|P', '시설 개보수|Repair of facilities', '공사 원가 심사|Cost review'),
      team('시설안전팀|Facility Safety Team', '공공시설물 안전 점검|Safety inspection of facilities|H L=토목기사', '안전 등급 관리|Safety grades', '하자 보수 관리|Defects'),
      team('설비팀|Building Services Team|공업', '기계·전기 설비 공사|Mechanical and electrical works|L=전기기사', '에너지 절감 설비|Energy-saving plant', '승강기 관리|Lifts'),
    ]),
    division('푸른도시과|Parks Division|녹지', '공원과 산림을 가꾸어 걸어서 닿는 녹색 공간을 늘린다.', [
      team('공원조성팀|Park Creation Team', '공원 조성 사업|Park creation', '장기 미집행 공원 보상|Compensation for park land|J=행정+녹지', '어린이공원 정비|Playground renewal'),
      team('공원관리팀|Park Management Team|녹지+행정', '공원 시설 유지 관리|Park maintenance', '공원 이용 민원|Park complaints', '공원 전기·급수 설비|Power and water in parks|J=공업'),
      team('녹지조경팀|Landscaping Team', '녹지대 조성|Green strips', '옥상 녹화 지원|Green roofs', '조경 공사 감독|Supervision of landscaping|L=조경기사'),
      team('산림재해팀|Forest Safety Team', '산불 예방 및 진화|Forest fires|H', '산사태 예방 사업|Landslide prevention|J=녹지+시설', '등산로 정비|Hiking trails'),
    ]),
    division('정원여가과|Gardens and Leisure Division|녹지+행정', '정원과 가로수, 양재천을 가꾸고 주민의 여가 공간을 운영한다.', [
      team('정원문화팀|Garden Culture Team', '정원 조성 및 축제|Gardens and garden festival', '정원사 양성|Training of gardeners', '꽃 묘장 운영|Flower nursery'),
      team('가로수팀|Street Trees Team|녹지', '가로수 관리|Street trees', '가로수 민원 처리|Tree complaints', '수목 병해충 방제|Tree pests'),
      team('여가시설팀|Leisure Facilities Team|행정', '여가 시설 운영|Leisure facilities', '야외 수영장·썰매장|Outdoor pools and sledging', '캠핑장 운영|Camp site'),
      team('하천생태팀|Stream Ecology Team|녹지+환경', '양재천 생태 관리|Yangjaecheon ecology|J=환경+녹지', '산책로 정비|Footpaths', '생태 교육 운영|Nature education'),
    ]),
  ],
);
