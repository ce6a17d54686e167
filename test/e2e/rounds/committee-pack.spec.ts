import { createTestApp, type TestApp } from '../../support/test-app.js';
import { createMatchedRound, type MatchedRound } from './matched-round.js';

interface Pack {
  letterhead: { isDemo: boolean }; outcomes: Record<string, unknown> & { byRank: number[] }; certificate: { holds: boolean; checks: { code: string; holds: boolean }[] };
  criteria: { code: string; legalBasis: { ko: string } }[]; overrides: { groundText: string | null }[]; violations: { state: string; people: number; text: { ko: string; en: string } }[]; transfers: Record<string, unknown>[]; outOfWish: { name: string; reason: string }[];
  earlyMoves: { cap: number; transfers: number }; run: { hash: string };
}

describe('the committee pack', () => {
  let app: TestApp;
  let season: MatchedRound;
  const url = (path = '') => `/api/rounds/${season.roundId}/committee-pack${path}`;

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    season = await createMatchedRound(app);
    await season.sql(`UPDATE employee SET name = '<img src=x onerror=alert(1)>' WHERE organization_id = $1 AND id = $2 RETURNING id`, season.district.people.duri);
    await season.override([season.move('jun', 'accounts')], { groundCode: 'HARDSHIP', groundText: '건강 사유 HX90' });
    app.clock.moveTo('2026-12-13T10:00:00Z');
    await season.override([season.move('mina', 'counter')], { groundText: '민원 업무 경력 "동" <b>우선</b>' });
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  it('counts outcomes as they stand after the overrides', async () => {
    const { status, body } = await season.member.get<Pack>(url());
    expect(status).toBe(200);
    expect(body.outcomes).toMatchObject({ participants: 7, placed: 2, byRank: [1, 1, 0, 0, 0], stayed: 3, outOfWish: 1, unmet: 0, excluded: 1, movers: 3, displaced: { people: 1, placed: 1 } });
    expect(body.certificate.holds).toBe(true);
    expect(body.certificate.checks.map(({ code }) => code)).toContain('noJustifiedEnvy');
    expect(body.criteria.find(({ code }) => code === 'MINIMUM_TENURE')?.legalBasis.ko).toBe('지방공무원 임용령 제27조(필수보직기간)');
    expect(body.earlyMoves).toMatchObject({ transfers: 3, cap: 0 });
    expect(body.outOfWish).toEqual([expect.objectContaining({ name: '가상 mina', reason: '민원 업무 경력 "동" <b>우선</b>' })]);
    expect(body.letterhead.isDemo).toBe(true);
  });

  it("holds nobody's ranking, no names of relatives and no personal grounds", async () => {
    const { body, text } = await season.mayor.get<Pack>(url());
    expect(body.overrides.map(({ groundText }) => groundText)).toEqual([null, '민원 업무 경력 "동" <b>우선</b>']);
    expect(text).not.toContain('HX90');
    for (const transfer of body.transfers) expect(Object.keys(transfer).some((key) => /rank/i.test(key))).toBe(false);
    // The couple is together now: the finding gives their number, not who they are.
    expect(body.violations).toContainEqual(expect.objectContaining({ state: 'OPEN', people: 2 }));
    expect(JSON.stringify(body.violations)).not.toMatch(/jun|sora|7002|7003/);
    expect(body.violations.find(({ text }) => text.ko.startsWith('함께 근무할 수 없는'))?.text).toEqual({
      ko: '함께 근무할 수 없는 두 사람이 같은 부서 또는 지휘계통에 놓입니다.', en: 'Two people who must not serve together would be in one department or reporting line.',
    });
  });

  it('is a page to print without scripts, with everything escaped', async () => {
    const { status, headers, text } = await season.mayor.get(url('/page'));
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const part of ['인사위원회 심의자료', 'Committee pack', '가상 데이터', '2027년 상반기 정기인사', '필수보직기간', '업무상 필요', '개인 사정이므로 인사 담당자만 볼 수 있습니다.', '@page { size: A4', '1지망']) expect(text).toContain(part);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toMatch(/<script|<img|<b>우선|HX90|기피| style="/);
    expect(text.startsWith('<!doctype html>\n<html lang="ko">')).toBe(true);
  });

  it('is logged when read, and not for employees', async () => {
    expect((await (await season.district.as('jun')).get(url())).status).toBe(403);
    const rows = await season.sql<{ actor: string }>(`SELECT actor_account_id AS actor FROM audit_log WHERE organization_id = $1 AND action = 'committee.readPack'`);
    expect(rows.map(({ actor }) => actor)).toContain(season.mayor.accountId);
  });
});
