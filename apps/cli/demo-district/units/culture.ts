import { bureau, division, team } from './spec.js';

export const CULTURE = bureau(
  '문화행정국|Culture and Administration Bureau',
  '구정 운영을 뒷받침하는 행정 지원과 문화·자치·교육·민원 분야를 총괄한다.',
  [
    division('행정지원과|Administrative Support Division|행정', '직원의 인사·조직·복지와 청내 정보 시스템을 맡아 모든 부서의 업무를 뒷받침한다.', [
      team('총무팀|General Affairs Team', '의전 및 구 행사 운영|Protocol and district ceremonies', '보안 및 당직 관리|Security and duty rota', '관인 및 문서 수발|Official seals and mail'),
      team('인사팀|Personnel Team', '승진 및 전보 인사|Promotion and transfer|S36 P', '임용 및 신규자 배치|Appointment and new entrants|S36', '근무성적평정 및 인사기록|Appraisal and personnel records', '휴직·복직 관리|Leave and reinstatement'),
      team('조직팀|Organisation Team', '조직 진단 및 정원 관리|Organisation review and headcount|S36', '사무 분장 및 위임 전결|Division of duties and delegation', '행정 혁신 과제 관리|Administrative innovation'),
      team('후생복지팀|Staff Welfare Team', '급여 및 연금|Pay and pension', '맞춤형 복지 및 건강검진|Flexible benefits and health checks', '직장 동호회 및 휴양시설|Staff clubs and holiday facilities'),
      team('교육훈련팀|Staff Training Team', '직원 교육훈련 계획|Staff training plan', '국내외 훈련 선발|Selection for training at home and abroad', '학습동아리 지원|Support for study clubs'),
      team('정보기획팀|Information Planning Team|전산+방송통신', '정보화 기본계획|Information master plan', '행정 시스템 운영|Administrative systems operation|L=정보처리기사 P', '누리집 및 모바일 서비스|Website and mobile services', '전산 장비 보급|Supply of computer equipment'),
      team('정보보안팀|Information Security Team|전산+방송통신', '정보보안 및 침해 대응|Information security and incident response|S60 L=정보처리기사', '개인정보 보호|Personal data protection|S36', '행정 통신망 운영|Administrative network operation|J=방송통신+전산'),
    ], ['비서실 운영|Private office of the mayor|G5 P']),
    division('문화예술과|Culture and Arts Division|행정', '주민이 가까이에서 문화와 예술을 누리도록 공연·축제·도서관·관광 사업을 기획하고 운영한다.', [
      team('문화정책팀|Cultural Policy Team', '문화예술 진흥 계획|Arts promotion plan', '문화재단 지도·감독|Oversight of the arts foundation', '향토 문화유산 보존|Local heritage preservation'),
      team('문화행사팀|Cultural Events Team', '축제 기획 및 운영|Festival planning and operation', '거리 공연 및 음악회|Street performances and concerts', '공연 기획 전문 업무|Performance programming|X', '무대 기술 지원|Stage engineering|X'),
      team('문화시설팀|Cultural Facilities Team', '문화시설 건립|Building of cultural facilities|P', '공연장 및 전시장 운영|Theatre and gallery operation', '문화시설 수탁기관 관리|Management of operating contractors'),
      team('도서관팀|Libraries Team|사서+행정', '구립도서관 운영|District libraries|J=사서+행정 L=2급정사서', '독서문화 진흥|Reading promotion', '작은도서관 지원|Support for small libraries|J=사서+행정'),
      team('관광진흥팀|Tourism Team', '관광 자원 개발|Tourism development', '관광안내소 운영|Tourist information', '의료관광 협력|Medical tourism partnership'),
    ]),
    division('자치행정과|Community Administration Division|행정', '동 주민센터를 지원하고 주민자치와 민간 협력을 넓혀 생활권 행정의 바탕을 다진다.', [
      team('자치행정팀|Community Administration Team', '동 행정 지원 및 통합|Support and merging of dong offices|P', '통·반 조직 관리|Neighbourhood units', '주민등록 제도 운영|Resident registration system'),
      team('주민자치팀|Resident Autonomy Team', '주민자치회 운영|Residents’ assemblies', '주민참여 사업|Resident participation projects', '자치회관 프로그램|Community hall programmes'),
      team('민간협력팀|Civic Partnership Team', '자원봉사 활성화|Volunteering', '단체 지원 및 보조금|Grants to civic groups', '국제 교류 협력|International exchange'),
      team('기록관리팀|Records Team', '기록물 이관 및 보존|Records transfer and preservation|S36', '정보공개 청구 처리|Freedom of information requests', '기록관 운영|Archive operation', '기록 보존 전문 업무|Archival conservation|X'),
      team('선거지원팀|Elections Team', '선거 사무 지원|Election support', '투표소 설치 및 인력 운영|Polling stations and staff', '행정구역 조정|Boundary adjustment'),
    ]),
    division('교육체육과|Education and Sports Division|행정', '학교와 마을을 잇는 교육 지원과 평생학습, 생활체육을 추진한다.', [
      team('교육지원팀|School Support Team', '교육경비 보조|School grants', '학교 시설 개방 협력|Opening of school facilities', '진로·진학 지원|Career and admission guidance'),
      team('평생학습팀|Lifelong Learning Team', '평생학습 계획|Lifelong learning plan', '평생학습관 운영|Learning centre operation', '성인 문해 교육|Adult literacy|G9'),
      team('청소년팀|Youth Team', '청소년 시설 운영|Youth facilities', '청소년 보호 및 상담|Youth protection and counselling', '학교 밖 청소년 지원|Support for out-of-school youth'),
      team('생활체육팀|Community Sports Team', '생활체육 교실 운영|Community sports classes', '체육대회 및 체육회 지원|Sports events and associations', '체육 지도 전문 업무|Sports instruction|X'),
      team('체육시설팀|Sports Facilities Team|행정+시설', '체육시설 건립 및 개보수|Building and repair of sports facilities|J=시설 P', '체육관 및 수영장 운영|Gyms and pools', '체육시설업 신고|Registration of sports businesses'),
    ]),
    division('OK민원센터|OK Petition Centre|행정', '여러 부서에 걸친 민원을 한 창구에서 받아 한 명의 담당자가 끝까지 처리한다.', [
      team('민원행정팀|Petition Administration Team', '민원 제도 개선|Petition process improvement', '주관부서 지정 및 민원 조정|Lead departments and coordination|S36', '민원 처리 기한 관리|Petition deadline monitoring'),
      team('통합민원팀|One-stop Petition Team', '통합 증명 발급 창구|Certificates counter|H G9', '무인민원발급기 운영|Certificate kiosks|J=행정+전산', '민원 상담 및 안내|Petition advice|H'),
      team('여권팀|Passport Team', '여권 접수 및 교부|Passport applications and issue|H G9', '여권 심사|Passport examination', '여권 민원 예약 운영|Passport appointments'),
      team('가족관계등록팀|Family Registration Team', '가족관계등록 신고 수리|Family registration|S36', '국적 및 개명 처리|Nationality and name changes', '가족관계 증명 발급|Family certificates|G9'),
      team('인허가민원팀|Permits Counter Team|행정+시설', '복합 인허가 민원 전담|Case officer for compound permits|H', '인허가 사전 심사|Preliminary permit review', '사업자 등록 연계 민원|Business registration petitions'),
    ]),
  ],
);
