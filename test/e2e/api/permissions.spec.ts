import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ROLES, isPermitted, type Role } from '#contracts';
import { createTestApp, type Client, type TestApp } from '../../support/test-app.js';
import { routesOf, type Route } from '../../support/routes.js';

const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

/** A body no route accepts: what is asked here is who gets past the door, not what lies behind it. */
const knock = (client: Client, { method, path }: Route) =>
  client.fetch<{ code?: string }>(path.replace(/:\w+/g, NOBODYS_ID), {
    method,
    ...(method !== 'GET' && { body: JSON.stringify({ notAField: true }), headers: { 'content-type': 'application/json' } }),
  });

describe('every route × every role', () => {
  let app: TestApp;
  let routes: readonly Route[];
  let organizationId: string;
  beforeAll(async () => {
    app = await createTestApp();
    routes = routesOf(app.app);
    ({ organizationId } = await app.createOrganization());
  });
  afterAll(() => app.dispose());

  it('finds the routes', () => {
    expect(routes.length).toBeGreaterThan(20);
  });

  it('names a known permission on each', () => {
    expect(routes.filter(({ permission }) => permission === undefined || (permission !== 'PUBLIC' && !(permission in PERMISSIONS)))).toEqual([]);
  });

  it('uses every permission of the table', () => {
    const used = new Set<string | undefined>(routes.map(({ permission }) => permission));
    const asked = readdirSync('apps/api', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join('apps/api', name), 'utf8').matchAll(/isPermitted\('([\w.]+)'/g)].map((match) => match[1]));
    expect(Object.keys(PERMISSIONS).filter((permission) => !used.has(permission) && !asked.includes(permission))).toEqual([]);
  });

  it('lets nobody in without a session, but where the route is public', async () => {
    for (const route of routes) {
      const { status, body } = await knock(app.anonymous, route);
      const turnedAway = status === 401 && body?.code === 'NOT_SIGNED_IN';
      expect([route.handler, turnedAway]).toEqual([route.handler, route.permission !== 'PUBLIC']);
    }
  });

  it.each(ROLES)('%s gets past the doors of the table and no others', async (role: Role) => {
    const roles = [...new Set<Role>(['EMPLOYEE', role])];
    const wrong: string[] = [];
    let client = await app.signInAs(organizationId, role);
    for (const route of routes) {
      if (route.permission === 'PUBLIC' || route.permission === undefined) continue;
      const { status, body } = await knock(client, route);
      const denied = status === 403 && body?.code === 'PERMISSION_DENIED';
      if (denied === isPermitted(route.permission, roles)) wrong.push(`${role} ${route.method} ${route.path}: ${status} ${body?.code ?? ''}`);
      if (status >= 500) wrong.push(`${role} ${route.method} ${route.path}: ${status}`);
      // Signing out ends the session on purpose.
      if (/sessions?$/.test(route.path) && route.method === 'DELETE') client = await app.signInAs(organizationId, role);
    }
    expect(wrong).toEqual([]);
  });
});
