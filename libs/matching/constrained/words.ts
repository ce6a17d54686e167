import { withJosa } from '../explanations/josa.js';
import type { Bilingual, ConstrainedSpec, Constraint } from './spec.js';

type Lang = keyof Bilingual;

/** `SMALLEST`: no conflicting set has fewer; `MINIMAL`: without any one of them the rest can be kept; `CONFLICTING`: neither is proven. */
export type Proof = 'SMALLEST' | 'MINIMAL' | 'CONFLICTING';

/** A constraint as a phrase, with the caller's labels. */
export function constraintText(spec: ConstrainedSpec, constraint: Constraint, lang: Lang): string {
  if (constraint.label !== undefined) return constraint.label[lang];
  const group = 'group' in constraint ? spec.groups.find(({ code }) => code === constraint.group)?.label[lang] ?? constraint.group : '';
  const mark = 'mark' in constraint ? spec.marks?.find(({ code }) => code === constraint.mark)?.label[lang] ?? constraint.mark : '';
  return lang === 'ko' ? korean(constraint, group, mark) : english(constraint, group, mark);
}

function korean(constraint: Constraint, group: string, mark: string): string {
  switch (constraint.kind) {
    case 'apart': return `함께 근무할 수 없는 관계인 ${constraint.people.length}명을 같은 조직에 배치하지 않음`;
    case 'outflow': return `${group}에서 나가는 인원을 ${constraint.most}명 이하로 함`;
    case 'minimumStaff': return `${group}에 ${constraint.least}명 이상을 배치함`;
    case 'minimumExperienced': return `${group}에 ${withJosa(mark, '을/를')} ${constraint.least}명 이상 배치함`;
    case 'mix': return `${group}에 배치하는 ${withJosa(mark, '을/를')} ${constraint.least}명 이상 ${constraint.most}명 이하로 함`;
    case 'moveBudget': return `자리를 옮기는 인원을 모두 ${constraint.most}명 이하로 함`;
    case 'mustFill': return constraint.least === undefined ? `${group}의 자리를 모두 채움` : `${group}의 자리를 ${constraint.least}개 이상 채움`;
  }
}

function english(constraint: Constraint, group: string, mark: string): string {
  switch (constraint.kind) {
    case 'apart': return `the ${constraint.people.length} people who may not serve together are not placed in one unit`;
    case 'outflow': return `at most ${constraint.most} leave ${group}`;
    case 'minimumStaff': return `at least ${constraint.least} are placed in ${group}`;
    case 'minimumExperienced': return `at least ${constraint.least} (${mark}) are placed in ${group}`;
    case 'mix': return `between ${constraint.least} and ${constraint.most} (${mark}) are placed in ${group}`;
    case 'moveBudget': return `at most ${constraint.most} people change their seat in all`;
    case 'mustFill': return constraint.least === undefined ? `every place of ${group} is filled` : `at least ${constraint.least} places of ${group} are filled`;
  }
}

const PROOF = {
  ko: {
    SMALLEST: '조건의 수가 이보다 적은 상충은 없음을 확인하였습니다.',
    MINIMAL: '이 가운데 어느 하나만 제외하여도 나머지는 함께 지킬 수 있습니다.',
    CONFLICTING: '시간이 부족하여 더 적은 조건 사이에도 상충이 있는지는 확인하지 못하였습니다.',
  },
  en: {
    SMALLEST: 'It is proven that no fewer constraints conflict.',
    MINIMAL: 'Without any one of them the others can be kept together.',
    CONFLICTING: 'There was no time to find out whether fewer of them conflict as well.',
  },
} as const;

/** What HR is told about constraints that cannot be kept together. */
export function conflictSentence(spec: ConstrainedSpec, constraints: readonly Constraint[], proven: Proof): Bilingual {
  const list = (lang: Lang): string => constraints.map((constraint, at) => `(${at + 1}) ${constraintText(spec, constraint, lang)}`).join(lang === 'ko' ? ', ' : '; ');
  const one = constraints.length === 1;
  return {
    ko: `${one ? '현재 자리에 남을 권리와 제출된 희망을 존중하면서 다음 조건을 지킬 수 있는 배치는 없습니다' : `현재 자리에 남을 권리와 제출된 희망을 존중하면서 다음 ${constraints.length}가지 조건을 함께 지킬 수 있는 배치는 없습니다`}: `
      + `${list('ko')}. ${one ? '이 조건을 완화하여' : '이 가운데 하나 이상을 완화하여'} 주시기 바랍니다.${one ? '' : ` ${PROOF.ko[proven]}`}`,
    en: `${one ? 'With the right to stay and the wishes as filed, no placement keeps this constraint' : `With the right to stay and the wishes as filed, no placement keeps these ${constraints.length} constraints together`}: `
      + `${list('en')}. Please relax ${one ? 'it' : 'at least one of them'}.${one ? '' : ` ${PROOF.en[proven]}`}`,
  };
}
