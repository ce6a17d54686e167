import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { routesOf, type Route } from '../../support/routes.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security?: readonly object[] }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: Readonly<Record<string, object>> };
}

const run = promisify(execFile);
const node = (script: string, ...options: string[]) => run(process.execPath, [join('node_modules', script), ...options]);

const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
};

/** What a client's author relies on: `Same` is neither fooled by `any`, `unknown` and `never` nor by a missing `null`. */
const CLAIMS = `
import type { components, operations, paths } from './client.js';

type Schemas = components['schemas'];
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Answer<O extends keyof operations, S extends keyof operations[O]['responses']> =
  operations[O]['responses'][S] extends { content: { 'application/json': infer Body } } ? Body : 'no body';

export const claims: [
  Same<Schemas['CriterionResponse']['title'], Schemas['BilingualText']>,
  Same<Schemas['BilingualText']['ko'], string>,
  Same<Schemas['OwnWishListResponse']['wishes'][number]['positionId'], string>,
  Same<Schemas['EmployeeResponse']['post'], Schemas['HeldPostResponse'] | null>,
  Same<Schemas['PositionResponse']['headship'], 'DEPARTMENT_HEAD' | 'TEAM_LEAD' | 'DONG_HEAD' | null>,
  Same<Schemas['PositionResponse']['specialistTenureMonths'], 36 | 60 | null>,
  Same<Schemas['OutcomeLineResponse']['phase'], 'DISPLACED' | 'MUST_MOVE' | 'HOLDERS' | 'OPEN' | 'OUT_OF_WISH' | null>,
  Same<NonNullable<Schemas['RunResponse']['metrics']>['byRank'], number[]>,
  Same<NonNullable<Schemas['RunResponse']['metrics']>['displaced']['placed'], number>,
  Same<NonNullable<Schemas['RunResponse']['phases']>[number]['code'], 'DISPLACED' | 'MUST_MOVE' | 'HOLDERS' | 'OPEN' | 'OUT_OF_WISH'>,
  Same<NonNullable<Schemas['RunDetailResponse']['certificate']>['phases'][number]['noJustifiedEnvy']['count'], number>,
  Same<NonNullable<Schemas['RunDetailResponse']['certificate']>['phases'], Schemas['PhaseCertificateResponse'][]>,
  Same<Schemas['CriterionResponse']['shape']['fields'][string]['type'], 'whole' | 'yesNo' | 'text' | 'choice' | 'choices' | 'list'>,
  Same<Answer<'round_find', 200>['state'], Schemas['RoundResponse']['state']>,
  Same<Answer<'round_find', 'default'>, Schemas['Error']>,
  Same<Schemas['Error']['faults'][number]['message']['en'], string>,
  Same<keyof paths & '/api/me/wish-list', '/api/me/wish-list'>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];
`;

describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: Document;
  let routes: readonly Route[];
  beforeAll(async () => {
    app = await createTestApp();
    ({ body: document } = await app.anonymous.get<Document>('/docs/openapi.json'));
    routes = routesOf(app.app);
  });
  afterAll(() => app.dispose());

  it('names only schemas that it holds', () => {
    const references = [...new Set(referencesIn(document))];
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => document.components.schemas[reference.replace('#/components/schemas/', '')] === undefined)).toEqual([]);
  });

  it('has a name of its own for every class: of two with one name only one would be in it', () => {
    expect(app.logText().split('\n').filter((line) => line.includes('nest.warning'))).toEqual([]);
  });

  it('asks for the session cookie on every route that is not public, and on no other', () => {
    expect(document.components.securitySchemes).toEqual({ cookie: { type: 'apiKey', in: 'cookie', name: 'jari_session' } });
    const wrong = routes.filter(({ method, path, permission }) => {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      return JSON.stringify(operation?.security ?? []) !== (permission === 'PUBLIC' ? '[]' : '[{"cookie":[]}]');
    });
    expect(wrong).toEqual([]);
  });

  it('names a null wherever a listed value may be null', () => {
    const without = (value: unknown): object[] => {
      if (typeof value !== 'object' || value === null) return [];
      const lacks = 'nullable' in value && 'enum' in value && !(value.enum as unknown[]).includes(null);
      return [...(lacks ? [value] : []), ...Object.values(value).flatMap(without)];
    };
    expect(without(document)).toEqual([]);
  });

  it('makes a client that type-checks and knows the types of what goes in and out', async () => {
    // Inside the work tree, where the compiler is.
    await mkdir('var/test', { recursive: true });
    const folder = await mkdtemp(join('var', 'test', 'client-'));
    try {
      await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
      await node('openapi-typescript/bin/cli.js', join(folder, 'openapi.json'), '--output', join(folder, 'client.ts'));
      await writeFile(join(folder, 'claims.ts'), CLAIMS);
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({
        compilerOptions: { target: 'ES2023', lib: ['ES2023'], module: 'nodenext', moduleResolution: 'nodenext', strict: true, types: [], noEmit: true }, files: ['client.ts', 'claims.ts'],
      }));
      const faults = await node('typescript/bin/tsc', '--project', folder).then(({ stdout }) => stdout, ({ stdout }: { stdout: string }) => stdout);
      expect(faults).toBe('');
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
});
