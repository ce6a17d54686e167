/** Grievances of the demo season with HR's answers (가상 데이터); `outcome` says whose result each suits. */
export interface DemoGrievance {
  readonly outcome: 'STAYED' | 'OUT_OF_WISH' | 'EXCLUDED' | 'PLACED';
  readonly title: string;
  readonly text: string;
  readonly answer: string;
}

export const GRIEVANCES: readonly DemoGrievance[] = [
  {
    outcome: 'STAYED',
    title: '1지망 미반영 사유 확인 요청',
    text: '세 차례 연속 같은 부서를 희망하였으나 반영되지 않았습니다. 점수와 동점 처리 과정을 확인하고 싶습니다.',
    answer: '희망 직위의 정원은 모두 찼고, 귀하보다 우선순위가 높은 신청자가 있었습니다. 설명서에 기준 점수와 추첨 여부를 적어 드렸습니다.',
  },
  {
    outcome: 'STAYED',
    title: '근속기간 산정에 대한 이의',
    text: '휴직 기간을 뺀 근속기간이 실제보다 한 달 짧게 계산된 것 같습니다. 근거 날짜를 확인해 주시기 바랍니다.',
    answer: '인사기록의 휴직 시작일과 종료일을 다시 확인하였으며 산정 결과는 같습니다. 계산 과정을 날짜별로 첨부합니다.',
  },
  {
    outcome: 'OUT_OF_WISH',
    title: '희망 외 배치에 대한 고충',
    text: '희망하지 않은 부서에 배치되어 통근 시간이 크게 늘었습니다. 배치 사유와 다음 정기인사의 우선권을 확인하고자 합니다.',
    answer: '배치 사유를 서면으로 드리며, 다음 정기인사에서 우선 배치 대상으로 기록하였습니다. 유연근무 신청도 함께 안내합니다.',
  },
  {
    outcome: 'EXCLUDED',
    title: '필수보직기간 예외 인정 요청',
    text: '필수보직기간이 두 달 부족하여 제외되었습니다. 가족 돌봄 사정이 있어 예외로 심사받을 수 있는지 문의합니다.',
    answer: '가족 돌봄은 예외 사유에 해당할 수 있습니다. 증빙을 제출하시면 인사위원회 심사를 거쳐 수시인사에서 검토하겠습니다.',
  },
  {
    outcome: 'PLACED',
    title: '업무 분장과 희망 업무의 차이',
    text: '희망한 업무로 발령받았으나 실제 분장은 다른 업무입니다. 희망 당시 공개된 직위 내용대로 조정해 주시기 바랍니다.',
    answer: '부서장과 협의하여 공개된 직위의 업무를 맡도록 분장을 바로잡았습니다. 조정 결과를 부서에 통보하였습니다.',
  },
  {
    outcome: 'PLACED',
    title: '발령일 조정 요청',
    text: '진행 중인 소송의 변론 기일이 발령일 다음 날로 잡혀 있어 인수인계 기간을 일주일 늦추어 주시기를 요청합니다.',
    answer: '발령일은 그대로 두되 열흘 동안 직무대리를 지정하여 인수인계가 이루어지도록 조치하였습니다.',
  },
];
