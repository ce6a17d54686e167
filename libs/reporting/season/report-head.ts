import { bilingual, foundOr404, type Tx } from '#platform';
import type { PlacementRound } from '#rounds';
import { MASKED_BELOW } from '../masking/mask-counts.js';
import type { ReportHead } from './season-report.js';

export const loadHead = async (tx: Tx, round: PlacementRound, madeOn: string): Promise<ReportHead> => {
  const { name, nameEn, isDemo } = foundOr404(await tx.one<{ name: string; nameEn: string; isDemo: boolean }>(
    'SELECT name, name_en AS "nameEn", is_demo AS "isDemo" FROM organization WHERE organization_id = $1', [tx.organizationId]));
  const { id, kind, state, effectiveOn } = round;
  return {
    organization: { name: { ko: name, en: nameEn }, isDemo }, demoMark: isDemo ? bilingual('report.demo') : null,
    round: { id, name: round.name, kind, state, effectiveOn }, madeOn, maskNote: bilingual('report.maskNote', { below: MASKED_BELOW }),
  };
};
