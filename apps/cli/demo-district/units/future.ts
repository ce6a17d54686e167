import { bureau, division, team } from './spec.js';

export const FUTURE = bureau(
  '밝은미래국|Bright Future Bureau',
  '가족·경제·일자리·어르신 정책을 아울러 세대마다 필요한 지원이 이어지도록 한다.',
  [
    division('가족정책과|Family Policy Division|사회복지+행정', '출산과 양육, 아동 보호, 1인 가구 지원까지 가족의 생애 주기에 맞춘 정책을 편다.', [
      team('가족정책팀|Family Policy Team', '가족 정책 기본계획|Family policy plan', '가족센터 운영|Family centre operation', '가족 상담 전문 업무|Family counselling|X', '다문화가족 지원|Support for multicultural families|J=사회복지+행정'),
      team('출산지원팀|Childbirth Support Team', '출산 지원금|Birth grants', '산모 건강관리 지원|Care for mothers', '난임 부부 지원|Support for infertile couples'),
      team('아동친화팀|Child-friendly District Team', '아동친화도시 조성|Child-friendly district', '아동수당 및 부모급여|Child and parent allowances', '키즈카페 및 놀이 공간|Play spaces'),
      team('아동보호팀|Child Protection Team|사회복지', '아동학대 조사 및 보호|Child abuse investigation and protection|H S36 L=사회복지사', '보호 대상 아동 사례 관리|Case management of children in care|H L=사회복지사', '드림스타트 운영|Dream Start programme'),
      team('1인가구팀|Single Households Team', '1인 가구 지원 사업|Support for single households', '안심 주거 환경 조성|Safe homes', '청년 가족 공동체|Young family communities'),
    ]),
    division('지역경제과|Local Economy Division|행정', '골목 상권과 소상공인, 지역 기업이 함께 성장하도록 경제 정책을 추진한다.', [
      team('경제정책팀|Economic Policy Team', '지역 경제 활성화 계획|Local economy plan', '지역사랑상품권 발행|Local gift certificates', '물가 및 전통시장 관리|Prices and traditional markets'),
      team('상권활성화팀|Shopping Districts Team', '골목 상권 육성|Growing local shopping streets', '상권 분석 및 홍보|Shopping district analysis', '상인회 협력 사업|Partnership with merchants'),
      team('소상공인팀|Small Business Team', '소상공인 융자 및 보증|Loans and guarantees', '소상공인 경영 상담|Business advice', '폐업 재기 지원|Fresh-start support'),
      team('기업지원팀|Enterprise Support Team', '창업 지원 시설 운영|Start-up centres', '중소기업 판로 지원|Market access for small firms', '인공지능 산업 특구 협력|AI industry district|S36'),
      team('소비자농수산팀|Consumer and Produce Team|행정+녹지', '소비자 보호 및 방문판매 신고|Consumer protection', '도시농업 지원|Urban farming|J=녹지+행정', '동물 보호 및 등록|Animal protection and registration'),
    ]),
    division('일자리과|Jobs Division|행정', '공공과 민간의 일자리를 만들고 구직자와 기업을 이어 준다.', [
      team('일자리정책팀|Jobs Policy Team', '일자리 종합계획|Jobs master plan', '공공일자리 운영|Public jobs', '일자리 기금 관리|Jobs fund'),
      team('취업지원팀|Employment Support Team', '취업 상담 창구 운영|Employment counselling|G9', '취업 박람회 개최|Job fairs', '경력 보유 여성 취업 지원|Return-to-work support'),
      team('청년일자리팀|Youth Jobs Team', '청년 정책 및 청년센터|Youth policy and centre', '청년 인턴십 운영|Youth internships', '청년 창업 지원|Youth start-ups'),
      team('사회적경제팀|Social Economy Team', '사회적기업 육성|Social enterprises', '협동조합 지원|Cooperatives', '공정무역 및 마을기업|Fair trade and village firms'),
    ]),
    division('어르신과|Seniors Division|사회복지+행정', '어르신의 소득과 돌봄, 여가를 함께 살펴 존엄한 노후를 돕는다.', [
      team('어르신정책팀|Seniors Policy Team', '어르신 복지 계획|Seniors welfare plan', '어르신 일자리 사업|Jobs for seniors', '효도 문화 사업|Respect for elders programme'),
      team('기초연금팀|Basic Pension Team', '기초연금 조사 및 결정|Basic pension decisions|H', '기초연금 지급 및 환수|Pension payment and recovery', '이의 신청 처리|Pension objections'),
      team('어르신시설팀|Senior Facilities Team', '복지관 및 경로당 운영|Senior centres and clubs', '노인복지시설 지도·점검|Inspection of senior facilities', '경로당 개보수|Repair of senior clubs|J=시설+행정'),
      team('장기요양팀|Long-term Care Team|사회복지', '장기요양기관 지정|Designation of care providers|L=사회복지사', '노인 맞춤 돌봄|Tailored care for seniors', '노인 보호 및 학대 예방|Elder protection|L=사회복지사'),
    ]),
  ],
);
