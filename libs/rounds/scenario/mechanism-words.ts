import type { Bilingual } from '#contracts';
import { mechanismOf } from '#matching';
import { bilingual, hasMessage } from '#platform';
import { CONSTRAINED } from '../rules/setting/constrained-round.js';
import { WAYS } from '../rules/setting/phase-plan.js';

/** How a mechanism is called; by its code where the catalogues have no name for it yet. */
export const mechanismTitle = (code: string): Bilingual => (hasMessage(`mechanism.${code}.title`) ? bilingual(`mechanism.${code}.title`) : { ko: code, en: code });

/** What a mechanism gives, and what it gives up for it. */
export const mechanismTradeOff = (code: string): Bilingual => bilingual(hasMessage(`mechanism.${code}.tradeOff`) ? `mechanism.${code}.tradeOff` : 'mechanism.other.tradeOff');

export interface MechanismView {
  readonly code: string;
  readonly title: Bilingual;
  readonly tradeOff: Bilingual;
  /** Whether nobody who may stay can lose their post. */
  readonly rightToStay: boolean;
  /** What its certificate must show. */
  readonly promises: readonly string[];
}

/** Every way in which an open phase can be placed. */
export const listMechanisms = (): MechanismView[] => WAYS.map((code) => {
  const { rightToStay, guarantees } = code === CONSTRAINED ? { rightToStay: true, guarantees: ['feasible', 'individuallyRational', 'constrained'] } : mechanismOf(code);
  return { code, title: mechanismTitle(code), tradeOff: mechanismTradeOff(code), rightToStay, promises: guarantees };
});
