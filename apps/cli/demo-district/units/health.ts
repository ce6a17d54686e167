import { bureau, division, team } from './spec.js';

const HEALTH_SERIES = '보건+간호+의료기술+행정';

export const HEALTH = bureau(
  '보건소|Public Health Centre',
  '감염병을 막고 생애 주기별 건강 관리와 위생·의약 행정을 맡는다.',
  [
    division('보건정책과|Health Policy Division|보건+행정', '지역보건의료 계획을 세우고 보건소 살림과 감염병 예방을 맡는다.', [
      team('보건행정팀|Health Administration Team|행정+보건', '보건소 서무 및 예산|Administration and budget|J=행정', '보건 시설 관리|Health facilities', '보건 통계|Health statistics|G9'),
      team('보건기획팀|Health Planning Team', '지역보건의료 계획|Community health plan', '건강도시 사업|Healthy city', '응급 의료 체계|Emergency medical system'),
      team('감염병예방팀|Infection Prevention Team|보건+간호', '예방 접종|Vaccination|L=간호사 J=간호', '결핵 관리|Tuberculosis control', '방역 소독|Disinfection|H'),
      team('건강데이터팀|Health Data Team|보건+전산', '건강 조사 및 분석|Health surveys', '스마트 건강관리|Smart health care', '보건 정보 시스템|Health information systems|J=전산'),
    ]),
    division('건강관리과|Health Care Division|간호+보건+행정', '임산부와 영유아, 어르신과 정신건강까지 주민의 건강을 직접 찾아가 돌본다.', [
      team('건강증진팀|Health Promotion Team', '금연·절주 사업|Smoking and drinking', '영양 및 운동 사업|Nutrition and exercise', '대사증후군 관리|Metabolic syndrome'),
      team('모자보건팀|Mother and Child Team', '임산부·영유아 건강|Mother and infant health|L=간호사 J=간호', '모자보건 지원금|Mother and child grants', '영유아 발달 검진|Infant check-ups'),
      team('방문건강팀|Home Nursing Team|간호', '방문 간호|Home nursing|H L=간호사', '재가 암 환자 관리|Home cancer care|L=간호사', '어르신 건강 돌봄|Health care of seniors'),
      team('치매관리팀|Dementia Team', '치매안심센터 운영|Dementia centre', '치매 조기 검진|Early dementia screening|L=간호사 J=간호', '치매 가족 지원|Support for families|J=사회복지+간호'),
      team('정신건강팀|Mental Health Team|간호+사회복지+보건', '정신건강복지센터 운영|Mental health centre', '자살 예방 및 위기 개입|Suicide prevention and crisis work|H S36', '중독 관리|Addiction', '심리 상담 전문 업무|Psychological counselling|X'),
    ]),
    division('위생과|Hygiene Division|보건+행정', '음식점과 식품, 공중위생 업소의 안전을 점검한다.', [
      team('위생행정팀|Hygiene Administration Team', '식품접객업 영업 신고|Registration of restaurants|H', '위생 업소 처분|Sanctions', '모범 음식점 지정|Model restaurants'),
      team('식품안전팀|Food Safety Team|보건+환경', '식품 수거 검사|Food sampling', '식중독 예방|Food poisoning prevention|H', '어린이 급식 관리|School meals'),
      team('공중위생팀|Public Hygiene Team', '공중위생업소 지도|Oversight of hygiene businesses', '숙박·목욕업 점검|Inns and baths', '위생 감시원 운영|Hygiene wardens|G9'),
      team('원산지관리팀|Origin Labelling Team', '원산지 표시 점검|Labels of origin', '축산물 위생|Meat hygiene', '건강기능식품 관리|Health foods'),
    ]),
    division(`의료지원과|Medical Support Division|${HEALTH_SERIES}`, '의료기관과 약국을 관리하고 진료와 검사를 맡는다.', [
      team('의약팀|Medical Affairs Team|보건+행정', '의료기관 개설 및 지도|Medical institutions', '약국 및 마약류 관리|Pharmacies and narcotics', '의료 광고 점검|Medical advertising'),
      team('진료팀|Clinic Team', '진료실 운영|Clinic|J=간호 L=간호사', '물리 치료|Physiotherapy|J=의료기술 L=물리치료사', '구강 보건|Oral health|J=의료기술 L=치과위생사'),
      team('감염병대응팀|Infection Response Team|간호+보건', '감염병 역학 조사|Epidemiological investigation|H S36', '감염병 신고 관리|Notifiable diseases', '해외 유입 감염병|Imported diseases'),
      team('검사팀|Laboratory Team|의료기술+보건', '임상 병리 검사|Clinical laboratory|J=의료기술 L=임상병리사', '방사선 촬영|Radiography|J=의료기술 L=방사선사', '건강진단서 발급|Health certificates|G9'),
    ], ['진료 총괄 의무관|Chief medical officer|G5 J=보건+간호+의료기술']),
    division(`방배보건지소|Bangbae Health Branch|${HEALTH_SERIES}`, '방배 권역 주민에게 진료와 건강 상담을 가까이에서 제공한다.', [
      team('방배건강팀|Bangbae Health Team', '지소 건강 상담|Health advice', '만성질환 관리|Chronic diseases|L=간호사 J=간호', '재활 운동 교실|Rehabilitation classes'),
      team('방배진료팀|Bangbae Clinic Team', '지소 진료 지원|Clinic support', '지소 검진|Check-ups', '지소 접수·수납|Reception and payment|G9 J=보건+행정'),
    ], ['방배지소 의무관|Medical officer, Bangbae|G5 J=보건+간호+의료기술']),
    division(`양재보건지소|Yangjae Health Branch|${HEALTH_SERIES}`, '양재·내곡 권역 주민에게 진료와 건강 상담을 가까이에서 제공한다.', [
      team('양재건강팀|Yangjae Health Team', '지소 건강 상담|Health advice', '만성질환 관리|Chronic diseases|L=간호사 J=간호', '어린이 건강 교실|Children’s health classes'),
      team('양재진료팀|Yangjae Clinic Team', '지소 진료 지원|Clinic support', '지소 검진|Check-ups', '지소 접수·수납|Reception and payment|G9 J=보건+행정'),
    ], ['양재지소 의무관|Medical officer, Yangjae|G5 J=보건+간호+의료기술']),
  ],
);
