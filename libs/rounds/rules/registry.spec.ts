import type { MessageParams } from '#contracts';
import { bilingual, hasMessage } from '#platform';
import { person, seat } from '../testing/made-up.js';
import { BoundRules } from './bound-rules.js';
import type { PlacedPerson, PlacementView } from './outcome/placement-view.js';
import { findRule, RULES } from './registry.js';
import type { Rule, WishCase } from './rule.js';
import type { PersonFacts } from '../facts/person-facts.js';
import type { SeatFacts } from '../facts/seat-facts.js';

const wish = (own: Partial<PersonFacts> = {}, to: Partial<SeatFacts> = {}, more: Partial<WishCase> = {}): WishCase => ({
  person: person(own), from: seat({ code: 'A', bureauCode: 'OTHER' }), fromFrozen: false, seat: seat(to), seatFrozen: false, ...more,
});
const waiver = (ruleCode: string, seatCode: string | null = null) => [{ ruleCode, seatCode, ground: 'FAMILY_CARE' as const }];

const placed = (employeeNumber: string, from: string | null, to: string | null, more: Partial<PlacedPerson> = {}): PlacedPerson => ({
  employeeNumber, grade: 7, tenureMonths: 30, away: false,
  from: from === null ? null : seat({ code: from, departmentCode: from, unitCode: from, lineCodes: [from] }),
  to: to === null ? null : seat({ code: to, departmentCode: to, unitCode: to, lineCodes: [to] }), ...more,
});
const view = (people: readonly PlacedPerson[], more: Partial<PlacementView> = {}): PlacementView => ({ people, seats: new Map(), separations: [], ...more });
const many = (count: number, from: string | null, to: string | null, more: Partial<PlacedPerson> = {}, start = 0) =>
  Array.from({ length: count }, (_, index) => placed(`E${start + index}`, from, to, more));

/** For each rule: what makes it speak, and what does not. Checked by hand against product.md. */
const CASES: Readonly<Record<string, { speaks: unknown[]; silent: unknown[] }>> = {
  POOL_PLANNED: { speaks: [person({ plannedElsewhere: true })], silent: [person()] },
  POOL_LEAVE: { speaks: [person({ away: 'LEAVE' })], silent: [person(), person({ returner: true })] },
  POOL_SECONDMENT: { speaks: [person({ away: 'SECONDMENT' })], silent: [person({ away: 'LEAVE' })] },
  POOL_SUSPENSION: { speaks: [person({ away: 'SUSPENSION' })], silent: [person()] },
  POOL_PROBATION: { speaks: [person({ appointmentType: 'PROBATION' })], silent: [person({ appointmentType: 'PROBATION', displaced: true }), person()] },
  POOL_TERM_CONTRACT: { speaks: [person({ appointmentType: 'TERM' })], silent: [person()] },
  POOL_GRADE: { speaks: [], silent: [person({ grade: 4 }), person({ grade: 0 })] },
  POOL_NOT_IN_POST: { speaks: [person({ postCode: null })], silent: [person({ postCode: null, returner: true }), person({ postCode: null, displaced: true })] },
  POST_NOT_IN_ROUND: { speaks: [wish({}, {}, { seat: null })], silent: [wish()] },
  OWN_POST: { speaks: [wish({ postCode: 'B' })], silent: [wish()] },
  POST_FROZEN: { speaks: [wish({}, {}, { seatFrozen: true })], silent: [wish()] },
  HOLDER_FROZEN: {
    speaks: [wish({}, {}, { fromFrozen: true })],
    silent: [wish(), wish({ hardship: ['HARASSMENT_VICTIM'] }, {}, { fromFrozen: true }), wish({ displaced: true }, {}, { fromFrozen: true })],
  },
  SPECIALIST_TENURE: {
    speaks: [wish({ specialistTermMonths: 36, tenureMonths: 35 })],
    silent: [wish({ specialistTermMonths: 36, tenureMonths: 36 }), wish({ specialistTermMonths: 60, tenureMonths: 1, waivers: waiver('SPECIALIST_TENURE') })],
  },
  MINIMUM_TENURE: {
    speaks: [
      wish({ tenureMonths: 23 }), wish({ tenureMonths: 11 }, {}, { from: seat({ code: 'A' }) }), wish({ tenureMonths: 23, hardship: ['PREGNANCY'] }),
      wish({ tenureMonths: 5, waivers: waiver('MINIMUM_TENURE', 'C') }),
    ],
    silent: [
      wish({ tenureMonths: 24 }), wish({ tenureMonths: 12 }, {}, { from: seat({ code: 'A' }) }), wish({ tenureMonths: 0, hardship: ['HARASSMENT_VICTIM'] }),
      wish({ tenureMonths: 0, displaced: true }), wish({ tenureMonths: 5, waivers: waiver('MINIMUM_TENURE', 'B') }), wish({ postCode: null, tenureMonths: 0 }),
    ],
  },
  FIT_GRADE: { speaks: [wish({ grade: 9 }), wish({ grade: 5 })], silent: [wish({ grade: 6 }), wish({ grade: 8 }), wish({ grade: 9, waivers: waiver('FIT_GRADE') })] },
  FIT_SERIES: { speaks: [wish({}, { jobSeries: ['세무'] })], silent: [wish(), wish({}, { jobSeries: ['세무', '행정'] })] },
  FIT_LICENCE: { speaks: [wish({}, { requiredLicences: ['간호사'] })], silent: [wish({ licences: ['간호사'] }, { requiredLicences: ['간호사'] })] },
  RELATIVES: { speaks: [wish({ separatedFrom: ['FIN'] }), wish({ separatedFrom: ['BUR'] })], silent: [wish({ separatedFrom: ['TAX'] })] },
  LONG_TENURE: {
    speaks: [[person({ tenureMonths: 36 }), seat(), false]],
    silent: [
      [person({ tenureMonths: 35 }), seat(), false], [person({ tenureMonths: 36 }), seat(), true], [person({ tenureMonths: 50, hardship: ['FAMILY'] }), seat(), false],
      [person({ tenureMonths: 50, grade: 5 }), seat(), false], [person({ tenureMonths: 59, specialistTermMonths: 60 }), seat(), false],
    ],
  },
  SCORE_DISPLACED: { speaks: [[person({ displaced: true }), seat()]], silent: [[person(), seat()]] },
  SCORE_OUT_OF_WISH: { speaks: [[person({ priorityFromLastRound: true }), seat()]], silent: [[person(), seat()]] },
  SCORE_HARDSHIP: { speaks: [[person({ hardship: ['ILLNESS'] }), seat()]], silent: [[person(), seat()]] },
  SCORE_RETURNER: { speaks: [[person({ returner: true }), seat()]], silent: [[person(), seat()]] },
  SCORE_TENURE: { speaks: [[person(), seat()]], silent: [[person({ tenureMonths: 0 }), seat()]] },
  SCORE_LONG_TENURE: { speaks: [[person({ tenureMonths: 36 }), seat()]], silent: [[person({ tenureMonths: 35 }), seat()]] },
  SCORE_HEAVY_WORKLOAD: { speaks: [[person({ heavyWorkloadMonths: 3 }), seat()]], silent: [[person(), seat()]] },
  SCORE_MUTUAL: { speaks: [[person({ requestedFor: ['B'] }), seat()]], silent: [[person({ requestedFor: ['C'] }), seat()]] },
  SCORE_ROTATION: {
    speaks: [[person({ sideMonths: 24 }), seat({ inDong: true })]],
    silent: [[person({ sideMonths: 23 }), seat({ inDong: true })], [person({ sideMonths: 60 }), seat()], [person({ postCode: null, sideMonths: 60 }), seat({ inDong: true })]],
  },
  SCORE_EXPERIENCE: { speaks: [[person({ experience: { FIN: 3 } }), seat()]], silent: [[person({ experience: { TAX: 30 } }), seat()], [person(), seat()]] },
  SCORE_QUALIFICATION: {
    speaks: [[person({ experience: {}, licences: ['정보처리기사'] }), seat({ jobSeries: ['행정', '전산'] })]],
    silent: [
      [person({ experience: {}, licences: ['정보처리기사'] }), seat({ jobSeries: ['행정'] })], [person({ licences: ['정보처리기사'] }), seat({ jobSeries: ['전산'] })],
      [person({ experience: {}, licences: ['정보처리기사'] }), seat({ jobSeries: ['전산'], requiredLicences: ['정보처리기사'] })],
    ],
  },
  SCORE_DISTANCE: {
    speaks: [[person({ commuteKm: { FIN: 9 } }), seat({ inDong: true })]],
    silent: [[person({ commuteKm: { FIN: 10 } }), seat({ inDong: true })], [person({ commuteKm: { FIN: 1 } }), seat()], [person(), seat({ inDong: true })]],
  },
  SCORE_SERIES_MATCH: { speaks: [[person(), seat({ jobSeries: ['행정'] })]], silent: [[person(), seat()]] },
  RELATIVES_TOGETHER: {
    speaks: [view([placed('E1', 'X', 'Y'), placed('E2', 'Z', 'Y')], { separations: [['E1', 'E2']] })],
    silent: [view([placed('E1', 'X', 'Y'), placed('E2', 'X', 'Z')], { separations: [['E1', 'E2']] }), view([placed('E1', 'X', 'Y'), placed('E2', 'Z', 'Y')])],
  },
  OUTFLOW_QUOTA: {
    speaks: [view([...many(6, 'X', 'X'), ...many(4, 'X', 'Y', {}, 6)])],
    silent: [view([...many(7, 'X', 'X'), ...many(3, 'X', 'Y', {}, 7)]), view([...many(2, 'X', 'X'), ...many(2, 'X', 'Y', {}, 2)])],
  },
  MINIMUM_EXPERIENCED: {
    speaks: [view([...many(2, 'X', 'X'), ...many(8, 'Y', 'X', {}, 2)]), view(many(10, 'X', 'X', { tenureMonths: 11 }))],
    silent: [view([...many(3, 'X', 'X'), ...many(7, 'Y', 'X', {}, 3)])],
  },
  GRADE_MIX: {
    speaks: [view([...many(2, 'X', 'X'), ...many(8, 'Y', 'X', { grade: 9 }, 2)])],
    silent: [view([...many(3, 'X', 'X'), ...many(7, 'Y', 'X', { grade: 9 }, 3)]), view(many(10, 'X', 'X', { grade: 9 }))],
  },
  HEAVY_WORKLOAD_FLOOR: {
    speaks: [view(many(3, 'Y', 'X'), { seats: new Map([['X', { facts: seat({ code: 'X', heavyWorkload: true }), authorizedHeadcount: 5 }]]) })],
    silent: [
      view(many(4, 'Y', 'X'), { seats: new Map([['X', { facts: seat({ code: 'X', heavyWorkload: true }), authorizedHeadcount: 5 }]]) }),
      view([], { seats: new Map([['X', { facts: seat({ code: 'X' }), authorizedHeadcount: 5 }]]) }),
    ],
  },
  PHASES: { speaks: [], silent: [] },
  CONSTRAINED: { speaks: [], silent: [] },
  EARLY_MOVE: { speaks: [], silent: [] },
  RETURNER: { speaks: [], silent: [] },
  FACT_CHECK: { speaks: [], silent: [] },
  GRIEVANCE_CLOCKS: { speaks: [], silent: [] },
};

const speaks = (rule: Rule, given: unknown): boolean => {
  if (rule.kind === 'POOL') return rule.bind(rule.standard)(given as PersonFacts) !== null;
  if (rule.kind === 'WISH') return rule.bind(rule.standard)(given as WishCase) !== null;
  if (rule.kind === 'MUST_MOVE') return rule.bind(rule.standard)(...(given as [PersonFacts, SeatFacts, boolean])) !== null;
  if (rule.kind === 'SCORE') return rule.bind(rule.standard)(...(given as [PersonFacts, SeatFacts])) > 0;
  return rule.kind === 'OUTCOME' && rule.bind(rule.standard)(given as PlacementView).length > 0;
};

/** What the text of the rule is given, for each time it speaks. */
const findings = (rule: Rule, given: unknown): readonly MessageParams[] => {
  if (rule.kind === 'POOL') return [rule.bind(rule.standard)(given as PersonFacts) ?? {}];
  if (rule.kind === 'WISH') return [rule.bind(rule.standard)(given as WishCase)?.params ?? {}];
  return rule.kind === 'OUTCOME' ? rule.bind(rule.standard)(given as PlacementView).map(({ params }) => params) : [];
};

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const cases = CASES[code];

  it('has cases checked by hand', () => expect(cases).toBeDefined());
  it('speaks when it should', () => expect(cases?.speaks.map((given) => speaks(rule, given))).toEqual(cases?.speaks.map(() => true)));
  it('is silent when it should be', () => expect(cases?.silent.map((given) => speaks(rule, given))).toEqual(cases?.silent.map(() => false)));
  it('has a standard of its own shape', () => expect(rule.check(rule.standard, 'value')).toEqual([]));
  it('names a fault for a value of another shape', () => {
    expect(rule.check({ somethingElse: 1 }, 'value').map(({ path }) => path)).toContain('value.somethingElse');
    expect(rule.check(null, 'value').map(({ path }) => path)).toContain('value');
  });
  it.each(['title', 'description', 'basis'])('has its %s in both languages', (part) => {
    expect(JSON.stringify(hasMessage(`rule.${code}.${part}`) ? bilingual(`rule.${code}.${part}`) : '{missing}')).not.toMatch(/\{\w+[}@#:]/);
  });
  it('fills every place of its text with what it found', () => {
    const texts = (cases?.speaks ?? []).flatMap((given) => findings(rule, given)).map((params) => bilingual(`rule.${code}.text`, params));
    expect(texts.length > 0).toBe(['POOL', 'WISH', 'OUTCOME'].includes(rule.kind) && code !== 'POOL_GRADE');
    for (const { ko, en } of texts) {
      expect(ko + en).not.toMatch(/[{}]|\[object|undefined/);
      // Licences have no English names: they are quoted as certificates write them.
      if (code !== 'FIT_LICENCE') expect(en).not.toMatch(/[가-힣]/);
    }
  });
});

describe('modes', () => {
  const mode = (value: string) => new BoundRules({ FIT_SERIES: { mode: value } }).verdict(wish({}, { jobSeries: ['세무'] }));
  it('gate blocks, flag warns, off says nothing', () => {
    expect(mode('GATE').blocks.map(({ code }) => code)).toEqual(['FIT_SERIES']);
    expect(mode('FLAG')).toMatchObject({ blocks: [], warns: [{ code: 'FIT_SERIES' }] });
    expect(mode('OFF')).toEqual({ blocks: [], warns: [] });
  });
  it('leaves out grades that the criterion does not name', () => {
    const rules = new BoundRules({ POOL_GRADE: { grades: [7, 8, 9] } });
    expect(rules.exclusion(person({ grade: 6 }))).toEqual({ code: 'POOL_GRADE', params: { grade: 6 } });
    expect(bilingual('rule.POOL_GRADE.text', { grade: 6 })).toEqual({ ko: '6급은 이번 배치의 대상이 아닙니다.', en: 'Grade 6 is not placed in this round.' });
    expect(rules.exclusion(person({ grade: 6, displaced: true }))).toBeNull();
  });
  it('adds the points up and shows each part', () => {
    const all = person({ displaced: true, tenureMonths: 40, hardship: ['ILLNESS'] });
    expect(new BoundRules({}).scoreOf(all, seat())).toEqual({ total: 34_000, parts: { SCORE_DISPLACED: 20_000, SCORE_HARDSHIP: 8000, SCORE_TENURE: 4000, SCORE_LONG_TENURE: 2000 } });
  });
  it('finds rules by code', () => expect(findRule('NO_SUCH_RULE')).toBeUndefined());
});
