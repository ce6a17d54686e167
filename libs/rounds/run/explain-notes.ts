import type { StrategyCode } from '#matching';
import type { Bilingual } from '#contracts';
import { bilingual } from '#platform';
import { MAX_WISHES } from '#preferences';
import type { CompiledPerson } from './compile.js';
import type { Placement } from './placed-round.js';

/**
 * What is certain about other wish lists, the people and places of the phase being as they are. Nothing can be promised of
 * whoever took part in several phases, or in one that others follow: failing in one may have led to more in the next.
 * Who got no wish might have got one by naming more posts, even where no other order could have helped.
 */
export const strategyNote = (
  person: CompiledPerson, { outcome }: Placement, strategy: StrategyCode | undefined, { alone, last }: { readonly alone: boolean; readonly last: boolean },
): readonly Bilingual[] => {
  if (strategy === undefined || outcome === 'EXCLUDED') return [];
  if (strategy === 'LIST_MATTERS' || !alone || !last) return [bilingual('strategy.LIST_MATTERS')];
  if (person.wishes.length >= MAX_WISHES) return [bilingual('strategy.WHOLE_LIST_USED', { limit: MAX_WISHES })];
  return [bilingual(outcome === 'PLACED' || outcome === 'STAYED' ? 'strategy.NO_LIST_WAS_BETTER' : 'strategy.ORDER_ONLY')];
};
