import { bureau, division, team } from './spec.js';

export const SAFETY = bureau(
  '안전건설국|Safety and Construction Bureau',
  '재난과 도로, 물길과 주차를 맡아 주민의 안전한 이동과 생활을 지킨다.',
  [
    division('안전도시과|Safe City Division|행정+방재안전', '재난을 예방하고 위기 때 가장 먼저 움직이는 안전의 중심 부서이다.', [
      team('안전정책팀|Safety Policy Team', '안전관리 계획|Safety management plan', '안전 점검 및 안전 신고|Safety checks and reports', '재난안전 교육|Safety education'),
      team('재난관리팀|Disaster Management Team|방재안전+시설+행정', '재난안전대책본부 운영|Disaster headquarters|H S36 J=방재안전+행정', '풍수해 및 폭염 대응|Storm, flood and heat response|H', '재난 복구 지원|Recovery support'),
      team('민방위팀|Civil Defence Team|행정', '민방위 대원 교육|Civil defence training', '비상 대비 훈련|Emergency exercises|P', '비상대비 전문 업무|Emergency preparedness|X', '충무 계획 전문 업무|Mobilisation planning|X'),
      team('통합관제팀|Control Centre Team|방송통신+전산+행정', '통합관제센터 운영|Control centre operation|H J=방송통신+전산', '방범 카메라 설치|Security cameras|J=방송통신+전산 P', '영상정보 제공 심사|Release of footage'),
      team('중대재해예방팀|Workplace Safety Team|행정+방재안전+공업', '중대재해 예방 체계|Prevention of serious accidents|S36', '사업장 안전 점검|Workplace inspection|L=산업안전기사', '직원 안전보건 교육|Staff safety training'),
    ], ['비상대비 총괄관|Emergency planning officer|G5']),
    division('건설관리과|Construction Management Division|행정+시설', '도로 점용과 보상, 거리 가게 관리 등 건설 행정을 맡는다.', [
      team('건설행정팀|Construction Administration Team', '건설업 등록 및 처분|Registration of builders', '건설기계 등록|Construction machines|J=행정+공업', '하도급 점검|Subcontracting checks'),
      team('도로점용팀|Road Occupation Team', '도로 점용 허가|Road occupation permits', '점용료 부과 및 징수|Occupation fees|J=세무+행정', '무단 점용 조사|Unlawful occupation'),
      team('가로정비팀|Street Order Team', '거리 가게 관리|Street stalls|H', '노상 적치물 정비|Street obstructions|H', '보행 환경 개선|Better walking'),
      team('보상팀|Compensation Team', '토지 보상|Land compensation|P', '지장물 조사|Survey of obstacles|J=시설+행정', '국·공유지 정리|Public land'),
    ]),
    division('도로과|Roads Division|시설', '도로와 보도, 가로등을 고치고 지켜 안전하게 다닐 수 있게 한다.', [
      team('도로행정팀|Road Administration Team|시설+행정', '도로 정비 계획|Road plan', '도로 사업 예산|Road budget|J=행정', '도로 굴착 허가|Excavation permits'),
      team('도로정비팀|Road Maintenance Team', '도로 유지 보수|Road maintenance|H L=토목기사', '보도 정비|Pavements', '제설 대책|Snow clearing|H'),
      team('도로조명팀|Street Lighting Team|공업', '가로등 설치 및 관리|Street lights', '보안등 신설|Security lights', '지하차도 전기 설비|Power in underpasses|L=전기기사'),
      team('도로시설팀|Road Structures Team', '교량 및 지하차도 점검|Bridges and underpasses|L=토목기사', '도로 함몰 예방|Sinkhole prevention', '도로 시설물 공사|Road structures'),
    ]),
    division('물관리과|Water Division|시설', '침수를 막고 하수와 하천을 관리하여 물로부터 안전한 도시를 만든다.', [
      team('물관리정책팀|Water Policy Team|시설+행정', '물관리 계획|Water plan', '지하수 관리|Groundwater|J=시설+환경', '하수도 사용료|Sewerage charges|J=행정+세무'),
      team('치수팀|Flood Control Team', '침수 방지 시설|Flood protection|H', '빗물 펌프장 운영|Storm pumps|J=공업', '수방 대책|Flood measures'),
      team('하수팀|Sewer Team', '하수관로 정비|Sewer renewal|L=토목기사 P', '하수 민원 처리|Sewer complaints', '개인 하수처리시설|Private sewage plants|J=환경+시설'),
      team('하천팀|Streams Team', '하천 정비 공사|Stream works', '하천 점용 허가|Stream permits', '하천 진출입 통제|Closing of streams in floods'),
    ]),
    division('주차관리과|Parking Division|행정', '주차 공간을 늘리고 질서 있는 주차 문화를 만든다.', [
      team('주차정책팀|Parking Policy Team', '주차장 수급 계획|Parking plan', '거주자 우선 주차|Residents’ parking', '부설 주차장 관리|Private car parks'),
      team('주차시설팀|Parking Facilities Team|시설+행정', '공영 주차장 건설|Public car parks|J=시설 P', '주차장 안전 점검|Car park safety', '주차 정보 시스템|Parking information|J=전산+행정'),
      team('주차단속1팀|Parking Control Team 1', '불법 주정차 단속|Parking enforcement|H G9', '단속 민원 응대|Enforcement complaints|H', '견인 업무 관리|Towing'),
      team('주차단속2팀|Parking Control Team 2', '야간·휴일 단속|Night and holiday enforcement|H G9', '단속 카메라 운영|Enforcement cameras|J=방송통신+행정', '장애인 주차구역 단속|Disabled parking'),
      team('주차과태료팀|Parking Fines Team|행정+세무', '주차 과태료 부과|Parking fines', '주차 과태료 징수|Collection of parking fines', '의견 진술 및 이의 신청|Objections'),
    ]),
  ],
);
