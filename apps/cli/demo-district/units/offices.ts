import { division, team } from './spec.js';

/** Offices under the deputy mayor and the secretariat of the council: no bureau above them. */
export const OFFICES = [
  division('감사담당관|Audit Office|행정', '공직 기강을 세우고 예산 낭비를 막으며 구민의 고충을 조사한다.', [
    team('감사팀|Audit Team', '종합 감사|General audit|S36', '일상 감사 및 계약 심사|Routine audit and contract review|J=행정+세무', '기술 감사|Technical audit|J=시설'),
    team('조사팀|Investigation Team', '공직 비위 조사|Misconduct investigation|S36 P', '복무 점검|Conduct checks', '전문 조사 업무|Specialist investigation|X'),
    team('청렴팀|Integrity Team', '청렴 시책|Integrity measures', '재산 등록 및 이해충돌 방지|Asset disclosure', '적극행정 지원|Proactive administration'),
    team('구민고충팀|Residents’ Grievances Team', '고충 민원 조사|Grievance investigation|H', '옴부즈만 운영|Ombudsman', '반복 민원 관리|Repeated complaints|H'),
  ]),
  division('홍보담당관|Public Relations Office|행정', '구정 소식을 정확하고 알기 쉽게 알리고 언론·주민과 소통한다.', [
    team('언론팀|Press Team', '보도자료 및 취재 지원|Press releases and support', '언론 모니터링|Media monitoring', '구정 사진 기록|Photographic records|X'),
    team('홍보기획팀|PR Planning Team', '홍보 계획|Communication plan', '소식지 발간|District newsletter', '홍보물 제작|Publications'),
    team('미디어팀|Media Team|행정+방송통신', '영상 제작|Video production|J=방송통신+행정', '구정 방송 운영|District broadcasting|J=방송통신', '영상 편집 전문 업무|Video editing|X'),
    team('소통팀|Social Media Team', '누리소통망 운영|Social media', '구민 제안 관리|Residents’ proposals', '온라인 민원 소통|Online dialogue|G9'),
  ]),
  division('의회사무국|Council Secretariat|행정', '구의회의 회의와 입법 활동을 지원하고 의정 소식을 알린다.', [
    team('의정팀|Council Support Team', '의회 서무 및 인사|Council administration', '의원 의정 활동 지원|Support for members', '의회 예산 및 회계|Council budget'),
    team('의사팀|Proceedings Team', '본회의 및 위원회 운영|Plenary and committees|S36', '의안 접수 및 처리|Bills and motions', '행정사무감사 지원|Oversight hearings'),
    team('의정홍보팀|Council Relations Team', '의정 홍보|Council publicity', '의회 방송 운영|Council broadcasting|J=방송통신', '의회 견학 운영|Council visits|G9'),
    team('입법지원팀|Legislation Team', '조례 입안 지원|Drafting of ordinances|S36', '입법 조사 전문 업무|Legislative research|X', '정책 연구 전문 업무|Policy research|X'),
    team('회의기록팀|Records of Proceedings Team', '회의록 작성|Minutes of meetings|S60', '회의록 검색 서비스|Search of minutes|J=전산+행정', '의회 자료실|Council library|J=행정'),
  ], ['운영 전문위원|Expert adviser, operations|G5', '행정복지 전문위원|Expert adviser, administration and welfare|G5', '재정건설 전문위원|Expert adviser, finance and construction|G5', '예산결산 전문위원|Expert adviser, budget and accounts|G5']),
];
