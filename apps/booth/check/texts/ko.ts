import type { OpeningFault } from '../check-opening.js';

const faults: Readonly<Record<OpeningFault, string>> = {
  unreadable: '시험 파일이 아니거나 일부가 빠져 있어 읽을 수 없습니다. 파일 전체를 다시 옮겨 주십시오.',
  specification: '파일에 든 투표 명세가 올바르지 않습니다.',
  fingerprint: '파일에 적힌 지문이 파일에 든 투표용지의 지문과 다릅니다.',
  opening: '투표용지에 암호화된 내용이 파일에 적힌 선택과 다릅니다.',
  proofs: '투표용지의 증명이 맞지 않아, 제출하였다면 접수되지 않았을 용지입니다.',
};

/** Every text of the page that checks a tested ballot. `en.ts` has the same members. */
export const ko = {
  title: '투표용지 시험 확인',
  lead: '기표소에서 내려받은 시험 파일을 이 기기에서 다시 계산합니다. 파일은 이 화면을 벗어나지 않습니다.',
  languages: '언어',
  file: '시험 파일',
  fileHint: '기표소의 ‘이 용지 시험하기’에서 내려받은 파일입니다.',
  paste: '또는 시험 파일의 내용',
  pasteHint: '기표소 화면의 내용을 그대로 붙여 넣으셔도 됩니다.',
  noted: '적어 두신 투표용지 지문 (생략 가능)',
  notedHint: (enough: number) => `봉인할 때 화면에서 보신 값입니다. 앞의 ${enough}자만 적어도 됩니다.`,
  check: '확인하기',
  nothing: '시험 파일을 고르거나 내용을 붙여 넣어 주십시오.',
  checking: '계산하고 있습니다…',
  holds: '바르게 암호화된 용지입니다',
  holdsLead: '파일에 든 난수로 아래 선택을 다시 암호화하니 같은 투표용지가 되었습니다. 마지막으로 아래 세 가지를 직접 견주어 주십시오.',
  fails: '확인되지 않았습니다',
  failsLead: '다시 한번 시험해 보시고, 같은 결과가 나오면 이 파일을 보관하여 감사 부서에 알려 주십시오. 이 기기나 기표소 가운데 하나가 바르지 않다는 뜻일 수 있습니다.',
  faults,
  otherNoted: '적어 두신 지문은 이 파일에 든 투표용지의 지문이 아닙니다.',
  sameNoted: '적어 두신 지문과 같습니다.',
  compareHash: '봉인할 때 보신 지문과 같습니까?',
  compareChoice: '기표소에서 선택하신 내용과 같습니까?',
  compareElection: '공고된 투표의 지문과 같습니까?',
  hash: '투표용지 지문',
  election: '투표의 지문',
  choice: '이 용지에 담긴 선택',
  nobody: '아무도 찬성하지 않음',
  counted: '이 용지는 시험용이므로 집계되지 않습니다. 투표는 기표소에서 새로 봉인하여 제출해 주십시오.',
  limits: '이 확인은 이 기기와 이 화면이 바를 때에만 믿을 수 있습니다. 투표한 기기와 다른 기기에서, 되도록 여러 번, 매번 다른 선택으로 시험하시면 고친 기표소가 드러날 가능성이 커집니다.',
};

export type CheckTexts = typeof ko;
