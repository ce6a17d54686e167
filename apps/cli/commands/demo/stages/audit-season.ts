import { auditor, type Stage } from '../season/season.js';

interface Verification {
  readonly intact: boolean;
  readonly sealedRows: number;
  readonly unsealedRows: number;
}

interface AuditPage {
  readonly items: readonly unknown[];
}

/** The auditor sees who read whose wishes, and that the sealed chain is whole. */
export const auditSeason: Stage = async (season) => {
  await season.progress.stage({ ko: '감사 기록 봉인과 검증', en: 'audit chain sealed and verified' }, 0, async () => {
    await season.product.seal();
    const { items } = await auditor(season).get<AuditPage>('/api/audit-log?action=wish.&limit=100');
    const { intact, sealedRows } = await auditor(season).get<Verification>('/api/audit-log/verification');
    if (!intact || sealedRows === 0 || items.length > 100) throw new Error('The audit chain is not whole');
    season.record.audit = { rows: sealedRows, intact };
  });
};
