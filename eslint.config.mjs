// Imports run downwards only: apps → reporting → rounds → preferences → organization → platform → contracts;
// the pure libraries know nobody. test/architecture/ proves the same from the files themselves.
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

const rooms = ['contracts', 'platform', 'organization', 'preferences', 'rounds', 'ballots', 'reporting', 'matching', 'tally', 'ballot-box'];
const below = {
  contracts: [],
  matching: [],
  tally: [],
  'ballot-box': ['tally'],
  platform: ['contracts'],
  organization: ['contracts', 'platform'],
  preferences: ['contracts', 'platform', 'organization'],
  rounds: ['contracts', 'platform', 'organization', 'preferences', 'matching'],
  ballots: ['contracts', 'platform', 'organization', 'preferences', 'tally', 'ballot-box'],
  reporting: ['contracts', 'platform', 'organization', 'preferences', 'rounds', 'matching'],
};

const element = (type) => ({ element: { type } });

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        ...rooms.map((room) => ({ type: room, pattern: `libs/${room}` })),
        { type: 'apps', pattern: 'apps/*' },
      ],
      'import/resolver': { typescript: { project: './tsconfig.json', conditionNames: ['source', 'import', 'node'] } },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'boundaries/dependencies': ['error', {
        default: 'disallow',
        policies: [
          ...rooms.map((room) => ({ from: element(room), allow: [room, ...below[room]].map((to) => ({ to: element(to) })) })),
          { from: element('apps'), allow: ['apps', ...rooms].map((to) => ({ to: element(to) })) },
        ],
      }],
    },
  },
  {
    // Typed arrays in the engine's inner loops are indexed by construction within bounds.
    files: ['libs/matching/**/*.ts', 'libs/tally/**/*.ts', '**/*.spec.ts', 'test/**/*.ts', 'apps/cli/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // The clock and the random seed are injected below the apps.
    files: ['libs/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/clock/**'],
    rules: {
      'no-restricted-syntax': ['error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Inject the clock.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Inject the seed.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Inject the clock.' }],
    },
  },
);
