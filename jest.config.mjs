// One configuration, two projects: unit specs beside the code, and tests on real parts under test/.
import { readFileSync } from 'node:fs';

const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

const common = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'], globalsCleanup: 'off' },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
};

// `npm test` names the parts a machine lacks; the files that need them are left out there, never single tests.
const lacking = [
  ...(process.env.JARI_TEST_REDIS === '0' ? ['bull-driver'] : []),
  ...(process.env.JARI_TEST_CHROMIUM === '0' ? ['/test/booth/'] : []),
  ...(process.env.JARI_TEST_PYTHON === '0' ? ['second-verifier'] : []),
];

export default {
  maxWorkers: 2,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'real',
      setupFilesAfterEnv: ['<rootDir>/test/support/time-limit.mjs'],
      testPathIgnorePatterns: ['/node_modules/', ...lacking],
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
        },
  ],
};
