import type { Role } from '#contracts';
import { WISH_FIELDS, WISH_VISIBILITY, type WishField, type WishViewer } from '#preferences';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { auditRows, createDistrict, type District } from './district.js';

/** What betrays each field in an answer: a marker planted in it, or a key under which it could only stand. */
const TRACE: Readonly<Record<WishField, RegExp>> = {
  applicant: /가상 gana/,
  positionId: /"positionId":"LEVY"/,
  choiceRank: /"choiceRank":[0-9]/,
  reasonCode: /"reasonCode":"(HEALTH|COMMUTE)"/,
  reasonText: /표식-통근/,
  healthOrFamilyText: /표식-건강/,
  preparation: /표식-준비/,
  checkInNotes: /표식-확인/,
  generalPreparation: /표식-일반/,
  filedAt: /"filedAt":"2026-11-20/,
  draft: /표식-초안/,
};

/** Every capacity in which somebody may ask, with the role (and person) who asks. */
const VIEWERS: readonly (readonly [name: string, viewer: WishViewer, role: Role, person: 'gana' | 'taxHead' | 'dongHead' | 'budgetHead' | 'financeHead' | 'saah' | null])[] = [
  ['the owner', 'SELF', 'EMPLOYEE', 'gana'],
  ['the head of the department wished for', 'RECEIVING_HEAD', 'DEPARTMENT_HEAD', 'taxHead'],
  ['the present head', 'CURRENT_HEAD', 'DEPARTMENT_HEAD', 'dongHead'],
  ['the head of another department', 'OTHER', 'DEPARTMENT_HEAD', 'budgetHead'],
  ['the head of the bureau above', 'OTHER', 'DEPARTMENT_HEAD', 'financeHead'],
  ['a colleague', 'OTHER', 'EMPLOYEE', 'saah'],
  ['HR', 'HR', 'HR_OFFICER', null],
  ['the mayor', 'MAYOR', 'MAYOR', null],
  ['an auditor', 'AUDITOR', 'AUDITOR', null],
  ['a manager', 'OTHER', 'MANAGER', null],
  ['a committee member', 'OTHER', 'COMMITTEE_MEMBER', null],
  ['a trustee', 'OTHER', 'TRUSTEE', null],
  ['the operator', 'OTHER', 'SYSTEM_ADMIN', null],
];

describe('who sees wishes, field by field, over every route that could tell', () => {
  let app: TestApp;
  let district: District;
  let routes: readonly string[];
  const seen = new Map<string, string>();

  /** Everything one viewer gets from all routes together, with the post's id made readable. */
  const look = async (client: Client): Promise<string> => {
    const texts: string[] = [];
    for (const route of routes) {
      const { text, status } = await client.get(route);
      if (![200, 403, 404].includes(status)) throw new Error(`${route} answered ${status}`);
      texts.push(text);
    }
    return texts.join('\n').replaceAll(district.posts.levyClerk, 'LEVY');
  };

  beforeAll(async () => {
    app = await createTestApp({ now: '2026-11-20T00:00:00Z' });
    district = await createDistrict(app);
    const { posts, people, organizationId } = district;
    const owner = await app.signInAs(organizationId, 'EMPLOYEE', people.gana);
    const wishes = [
      { positionId: posts.levyClerk, reasonCode: 'HEALTH', reasonText: '표식-건강' },
      { positionId: posts.coming, reasonCode: 'COMMUTE', reasonText: '표식-통근' },
    ];
    expect((await owner.put('/api/me/wish-list', { version: 0, wishes, file: true })).status).toBe(200);
    const draft = [{ positionId: posts.taxClerk, reasonCode: 'OTHER', reasonText: '표식-초안' }];
    expect((await owner.put('/api/me/wish-list', { version: 1, wishes: draft })).status).toBe(200);
    const item = await owner.post<{ id: string }>('/api/me/preparation-items', { positionId: posts.levyClerk, what: '표식-준비', evidenceNote: '표식-준비 근거' });
    await owner.put(`/api/me/preparation-items/${item.body.id}/check-ins`, { note: '표식-확인' });
    expect((await owner.post('/api/me/preparation-items', { what: '표식-일반' })).status).toBe(201);

    routes = [
      '/api/me/wish-list', '/api/me/preparation-items', '/api/me/favourites', '/api/me/saved-searches', '/api/wish-reasons',
      '/api/catalogue?pageSize=200', `/api/catalogue/${posts.levyClerk}`,
      '/api/head/posts', ...[posts.levyClerk, posts.coming, posts.taxClerk, posts.dongClerk].flatMap((id) => [`/api/head/applicants?positionId=${id}`, `/api/head/staff-requests/${id}`]),
      '/api/hr/wish-lists', `/api/hr/wish-lists?positionId=${posts.levyClerk}`, `/api/hr/wish-lists/${people.gana}`, '/api/hr/staff-requests',
    ];
    for (const [name, , role, person] of VIEWERS) {
      const client = person === 'gana' ? owner : await app.signInAs(organizationId, role, person === null ? undefined : people[person]);
      seen.set(name, await look(client));
    }
    const elsewhere = await createDistrict(app, 'elsewhere');
    seen.set('HR of another organisation', await look(await app.signInAs(elsewhere.organizationId, ['HR_OFFICER', 'DEPARTMENT_HEAD'], elsewhere.people.taxHead)));
  }, 60_000);
  afterAll(() => app.dispose(), 60_000);

  // The name of the applicant is the owner's own and needs no telling; everything else must be there.
  const cases = VIEWERS.flatMap(([name, viewer]) =>
    WISH_FIELDS.filter((field) => !(viewer === 'SELF' && field === 'applicant')).map((field) => [name, field, WISH_VISIBILITY[viewer].includes(field)] as const));

  it.each(cases)('%s × %s: %s', (name, field, visible) => {
    expect(TRACE[field].test(seen.get(name) ?? '')).toBe(visible);
  });

  it.each(WISH_FIELDS)('HR of another organisation × %s: false', (field) => {
    expect(TRACE[field].test(seen.get('HR of another organisation') ?? '')).toBe(false);
  });

  it('asked each role through every route', () => {
    expect(seen.size).toBe(VIEWERS.length + 1);
    expect(new Set(VIEWERS.map(([, , role]) => role)).size).toBe(9);
  });

  it('left a row for each person HR read, and for each applicant a head read', async () => {
    expect((await auditRows(app, district, 'wish.readByHr')).map(({ subjectId }) => subjectId)).toEqual(Array.from({ length: 3 }, () => district.people.gana));
    expect((await auditRows(app, district, 'wish.readByHead')).map(({ subjectId }) => subjectId)).toEqual([district.people.gana]);
  });
});
