import { bureau, division, team } from './spec.js';

export const FINANCE = bureau(
  '기획재정국|Planning and Finance Bureau',
  '구정의 방향을 기획하고 예산과 세입을 관리하여 재정의 건전성을 지킨다.',
  [
    division('기획예산과|Planning and Budget Division|행정', '구정 종합계획을 세우고 예산을 편성하며 성과를 평가한다.', [
      team('기획팀|Planning Team', '구정 종합계획|District master plan|S36', '공약 사업 관리|Monitoring of pledges', '주요 업무 보고|Reports on main work'),
      team('예산팀|Budget Team', '일반회계 예산 편성|General account budgeting|H S36', '추가경정예산 편성|Supplementary budgets', '주민참여예산 운영|Participatory budgeting', '예산 배정 및 집행 관리|Budget allocation and execution'),
      team('평가팀|Evaluation Team', '성과 평가|Performance evaluation', '외부 평가 및 공모 사업|External evaluation and competitions', '통계 조사 및 분석|Statistics', '데이터 분석 전문 업무|Data analysis|X'),
      team('법제팀|Legal Affairs Team', '자치 법규 심사|Review of by-laws|S60', '행정소송 및 심판 수행|Litigation and appeals|S36 P', '법률 자문|Legal advice'),
      team('재정투자팀|Public Investment Team', '투자 심사|Investment review|S36', '기금 및 지방채 관리|Funds and local debt', '의회 협력|Council liaison'),
    ], ['송무 전문관|Senior counsel|G5 S36']),
    division('재무과|Treasury Division|행정+세무', '계약과 지출, 구유재산과 청사를 관리한다.', [
      team('경리팀|Accounting Team', '지출 및 자금 운용|Payments and cash management', '결산 및 재무 보고|Accounts and financial reports|S36', '세입·세출 외 현금|Deposits held in trust'),
      team('계약팀|Contracts Team', '공사 계약|Works contracts|P', '용역 및 물품 계약|Service and goods contracts', '입찰 및 수의계약 관리|Tenders and direct awards'),
      team('재산관리팀|Property Team', '공유재산 취득 및 처분|Acquisition and disposal of property', '공유재산 대부 및 변상금|Property leases and charges|J=행정+세무', '재산 실태 조사|Property survey'),
      team('청사관리팀|Building Management Team|공업+시설관리+행정', '청사 시설 유지 관리|Building maintenance|J=공업 L=전기기사', '청사 방호 및 미화|Building security and cleaning|J=시설관리+행정', '관용 차량 운행|Official vehicles|J=운전'),
      team('물품관리팀|Supplies Team', '물품 수급 및 재고|Supplies and stock', '공용 물품 폐기|Disposal of goods|G9', '사무 공간 배치|Office space'),
    ]),
    division('세무관리과|Tax Management Division|세무+행정', '세입을 종합 관리하고 체납액을 정리하며 납세자의 권리를 지킨다.', [
      team('세무행정팀|Tax Administration Team', '세입 종합 관리|Revenue management', '지방세 심의 및 불복 청구|Tax reviews and objections|S36 J=세무', '납세 편의 제도|Taxpayer services'),
      team('체납징수1팀|Arrears Collection Team 1', '고액 체납 징수|Collection of large arrears|H J=세무', '압류 및 공매|Seizure and public sale|J=세무', '체납 실태 조사|Arrears survey|G9'),
      team('체납징수2팀|Arrears Collection Team 2', '자동차 번호판 영치|Plate seizure|H', '소액 체납 정리|Small arrears', '체납자 분납 상담|Instalment advice'),
      team('세외수입팀|Non-tax Revenue Team', '세외수입 총괄|Non-tax revenue', '과태료 체납 정리|Unpaid fines', '세외수입 전산 자료|Non-tax revenue data|J=세무+전산'),
      team('세입전산팀|Tax Systems Team|세무+전산', '세무 전산 운영|Tax systems|J=전산+세무 P', '전자 고지 및 납부|Electronic notices and payment', '과세 자료 정비|Tax data maintenance'),
    ]),
    division('재산세과|Property Tax Division|세무', '재산세와 취득세를 공정하게 부과하고 과세 자료를 바르게 관리한다.', [
      team('재산세1팀|Property Tax Team 1', '주택분 재산세 부과|Property tax on homes', '재산세 과세 자료 관리|Property tax records', '재산세 민원 상담|Property tax advice|G9'),
      team('재산세2팀|Property Tax Team 2', '건축물분 재산세 부과|Property tax on buildings', '토지분 재산세 부과|Property tax on land', '재산세 감면 관리|Property tax relief'),
      team('재산세3팀|Property Tax Team 3', '주택 가격 조사 및 공시|Home price survey', '과세 대장 정비|Tax register maintenance', '종합부동산세 자료 통보|Data for national property tax'),
      team('등록면허세팀|Registration Tax Team', '등록면허세 부과|Registration and licence tax', '면허분 정기 부과|Annual licence tax', '세액 조사|Tax examination|S36'),
      team('취득세팀|Acquisition Tax Team', '취득세 신고 수리|Acquisition tax returns|H', '취득세 감면 심사|Acquisition tax relief', '법인 취득세 조사|Corporate acquisition tax'),
    ]),
    division('지방소득세과|Local Income Tax Division|세무', '지방소득세와 자동차세, 주민세의 신고와 부과를 맡는다.', [
      team('법인소득세1팀|Corporate Income Tax Team 1', '법인지방소득세 신고|Corporate local income tax returns|H', '안분 신고 점검|Apportionment checks', '법인 세무 조사|Corporate tax audit|S36'),
      team('법인소득세2팀|Corporate Income Tax Team 2', '법인 경정 및 환급|Corporate corrections and refunds', '특별징수분 관리|Withholding tax', '법인 자료 정비|Corporate records'),
      team('개인소득세팀|Personal Income Tax Team', '개인지방소득세 신고|Personal local income tax returns|H', '양도소득분 부과|Tax on capital gains', '종합소득 신고 창구|Income tax counter|G9'),
      team('자동차세팀|Vehicle Tax Team', '자동차세 정기 부과|Vehicle tax', '자동차세 연납 및 환급|Annual payment and refunds', '자동차 이전 자료 정비|Vehicle transfer records'),
      team('주민세팀|Resident Tax Team', '주민세 부과|Resident tax', '사업소분 신고 점검|Business resident tax', '지방소비세 및 담배소비세|Consumption and tobacco tax'),
    ]),
  ],
);
