import type { Bilingual } from '#contracts';
import { bilingual } from '#platform';
import type { DepartmentFlow } from '../run/department-flows.js';
import type { RunMetrics } from '../run/measure-round.js';

export interface ComparedRun {
  readonly metrics: RunMetrics;
  readonly asNoticed: boolean;
}

/** Departments that lose more people than they gain, the most drained first. */
export const drained = ({ departments }: Pick<RunMetrics, 'departments'>): readonly DepartmentFlow[] =>
  departments.filter(({ leaving, arriving }) => leaving > arriving).sort((a, b) => a.arriving - a.leaving - (b.arriving - b.leaving) || (a.code < b.code ? -1 : 1));

const than = (key: 'placed' | 'first' | 'outOfWish', own: number, other: number): readonly Bilingual[] =>
  own === other ? [] : [bilingual(`comparison.${key}.${own > other ? 'more' : 'fewer'}`, { count: Math.abs(own - other) })];

const againstBase = ({ metrics }: ComparedRun, base: ComparedRun): readonly Bilingual[] => {
  const [own, other] = [metrics, base.metrics];
  const changes = [
    ...than('placed', own.placed, other.placed), ...than('first', own.byRank[0] ?? 0, other.byRank[0] ?? 0), ...than('outOfWish', own.outOfWish, other.outOfWish),
  ];
  return changes.length > 0 ? changes : [bilingual('comparison.same')];
};

/**
 * What a scenario gives and what it costs, in sentences: against the base first, then what stands against it whatever the
 * others do. Counts of cases, never a person.
 * @param differing people whose result differs from the base
 */
export const comparisonWords = (run: ComparedRun, base: ComparedRun, differing: number): readonly Bilingual[] => {
  const { reading, worseOff, unmet } = run.metrics;
  const [worst] = drained(run.metrics);
  return [
    ...(run === base ? [bilingual('comparison.base')] : [...againstBase(run, base), ...(differing === 0 ? [] : [bilingual('comparison.differs', { count: differing })])]),
    reading.envy === 0 ? bilingual('comparison.noEnvy') : bilingual('comparison.envy', { count: reading.envy }),
    ...(reading.wasted === 0 ? [] : [bilingual('comparison.wasted', { count: reading.wasted })]),
    ...(reading.improvable ? [bilingual('comparison.improvable')] : []),
    ...(unmet === 0 ? [] : [bilingual('comparison.unmet', { count: unmet })]),
    ...(worst === undefined ? [] : [bilingual('comparison.drained', { department: worst.name, count: worst.leaving - worst.arriving })]),
    ...(worseOff === 0 ? [] : [bilingual('comparison.worseOff', { count: worseOff })]),
    ...(run.asNoticed || worseOff > 0 ? [] : [bilingual('comparison.deviates')]),
  ];
};
