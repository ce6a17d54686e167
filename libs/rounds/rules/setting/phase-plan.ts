import type { Fault } from '#contracts';
import { mechanismCodes, mechanismOf } from '#matching';
import type { CriteriaValues } from '../../criteria/frozen-criteria.js';
import { agreeing, choice, list, record, type ShapeValue } from '../../criteria/shape.js';
import { setting } from '../rule.js';
import { CONSTRAINED } from './constrained-round.js';

/** The way in which people who must leave and got no wish are proposed a place; no mechanism of wishes. */
export const NEAREST = 'nearest';

/**
 * Whom a phase places. DISPLACED: people whose post was abolished. MUST_MOVE: everybody who needs a new post. HOLDERS: who
 * holds a post and may keep it. OPEN: everybody. OUT_OF_WISH: who needs a post and got none by wish.
 */
export const POOLS = ['DISPLACED', 'MUST_MOVE', 'HOLDERS', 'OPEN', 'OUT_OF_WISH'] as const;
export type Pool = (typeof POOLS)[number];

/** Which places a phase hands out: those that nobody may keep, or all, so that people can trade those they hold. */
export const PHASE_SEATS = ['VACANT', 'ALL'] as const;

/** Every way in which a phase of wishes can be placed. */
export const WAYS: readonly string[] = [...mechanismCodes(), CONSTRAINED];

const PHASE = record({ pool: choice(...POOLS), mechanism: choice(...WAYS, NEAREST), seats: choice(...PHASE_SEATS) });

export type Phase = ShapeValue<typeof PHASE>;
export type PhasePlan = readonly Phase[];

/** People of these pools hold nothing, so a kept place must not be handed to them. */
const HOLD_NOTHING: readonly Pool[] = ['DISPLACED', 'MUST_MOVE', 'OUT_OF_WISH'];

const faultsOf = ({ phases }: { readonly phases: PhasePlan }, path: string): readonly Fault[] => [
  ...phases.flatMap(({ pool, mechanism, seats }, index): Fault[] => [
    ...((pool === 'OUT_OF_WISH') === (mechanism === NEAREST) ? [] : [{ path: `${path}.phases[${index}].mechanism`, code: 'PHASE_MECHANISM_UNFIT' }]),
    ...(seats === 'ALL' && HOLD_NOTHING.includes(pool) ? [{ path: `${path}.phases[${index}].seats`, code: 'PHASE_SEATS_UNFIT' }] : []),
  ]),
  ...(phases.findIndex(({ pool }) => pool === 'OUT_OF_WISH') === phases.length - 1 ? [] : [{ path: `${path}.phases`, code: 'PHASES_END_OUT_OF_WISH' }]),
  ...(phases.some(({ pool }) => pool === 'OPEN') ? [] : [{ path: `${path}.phases`, code: 'PHASES_NEED_OPEN' }]),
];

/**
 * The phases of a round in their order, frozen at the notice: the result of one is where the next one begins. Displaced
 * people choose first; whoever must leave and got no wish is proposed a place at the end.
 */
export const phasePlan = setting({
  code: 'PHASES',
  shape: agreeing(record({ phases: list(PHASE, 2, 8) }), faultsOf),
  standard: {
    phases: [
      { pool: 'DISPLACED', mechanism: 'da-star', seats: 'VACANT' },
      { pool: 'OPEN', mechanism: 'da-star', seats: 'ALL' },
      { pool: 'OUT_OF_WISH', mechanism: NEAREST, seats: 'VACANT' },
    ],
  },
});

/** The plan among a round's criteria. */
export const planOf = (criteria: CriteriaValues): PhasePlan => phasePlan.of(criteria[phasePlan.code] ?? phasePlan.standard).phases;

const principalAt = (plan: PhasePlan): number => plan.findIndex(({ pool }) => pool === 'OPEN');

/** The mechanism by which the first open phase is placed: what a scenario chooses. */
export const principalMechanism = (plan: PhasePlan): string => plan[principalAt(plan)]?.mechanism ?? 'da-star';

/**
 * The plan with another mechanism for its open phase. A mechanism that may leave a place empty which somebody wishes for,
 * because it looks at holders only or at numbers only, is followed by a phase of the plan's own mechanism: vacancies and
 * people without a post are not left over.
 * @throws UnknownMechanism
 */
export const withMechanism = (plan: PhasePlan, mechanism: string): PhasePlan => {
  const at = principalAt(plan);
  return plan.flatMap((phase, index) => {
    if (index !== at || phase.mechanism === mechanism) return [phase];
    const chosen = { ...phase, mechanism };
    const followed = plan.slice(index + 1).some(({ pool }) => pool === 'OPEN');
    return followed || fillsWhatIsWished(mechanism) ? [chosen] : [chosen, fillsWhatIsWished(phase.mechanism) ? phase : { ...phase, mechanism: 'da-star' }];
  });
};

/** What follows a constrained phase would have to keep its constraints as well: nothing does. */
const fillsWhatIsWished = (mechanism: string): boolean => mechanism === CONSTRAINED || mechanismOf(mechanism).guarantees.includes('nonWasteful');
