import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

/**
 * The rooms of the house (docs: "Who may import whom"), each with the rooms it may import from. What stands in no room
 * is an error, and so is every import that is not listed. Packages are watched by .dependency-cruiser.cjs.
 */
const rooms = {
  'shared/domain': [],
  'shared/record': ['shared/domain'],
  'shared/contract': ['shared/domain', 'shared/record'],
  'shared/text': ['shared/contract'],

  'electron/office/db': ['shared/contract', 'shared/domain', 'shared/record', 'electron/office'],
  'electron/office/excel': ['shared/domain', 'electron/office'],
  'electron/office/text': ['shared/domain', 'resources'],
  'electron/office/import': [
    'shared/contract',
    'shared/domain',
    'shared/record',
    'electron/office/excel',
    'electron/office/forms',
    'electron/office/text',
    'resources',
  ],
  'electron/office/forms': [
    'shared/contract',
    'shared/domain',
    'shared/record',
    'electron/office/excel',
    'electron/office/text',
    'resources',
  ],
  'electron/office/print': ['shared/domain', 'electron/office', 'electron/office/excel'],
  'electron/office/records': [
    'shared/contract',
    'shared/domain',
    'shared/record',
    'electron/office',
    'electron/office/import',
    'electron/office/text',
  ],
  'electron/office/reader': ['shared/contract', 'electron/office', 'electron/office/excel'],
  'electron/office/services': [
    'shared/contract',
    'shared/domain',
    'shared/record',
    'electron/office',
    'electron/office/db',
    'electron/office/excel',
    'electron/office/forms',
    'electron/office/import',
    'electron/office/print',
    'electron/office/reader',
    'electron/office/records',
    'electron/office/text',
  ],
  'electron/office/testing': ['shared/*', 'electron/host', 'electron/office', 'electron/office/*', 'resources'],
  'electron/office': ['shared/contract', 'electron/office/db', 'electron/office/reader', 'electron/office/services'],

  'electron/host': ['shared/*', 'electron/office', 'electron/office/reader'],
  'electron/main': ['shared/contract', 'shared/text', 'electron/host', 'electron/preload'],
  'electron/preload': ['shared/contract'],
  'electron/browser': ['shared/contract', 'shared/text', 'electron/host'],
  'electron/cli': ['shared/contract', 'shared/domain', 'shared/record', 'shared/text', 'electron/host', 'electron/office'],
  // It measures the parts one by one.
  'electron/bench': ['shared/*', 'electron/host', 'electron/office', 'electron/office/*'],
  // It looks into the ledger beside the office it kills.
  'electron/torture': ['shared/*', 'electron/host', 'electron/office', 'electron/office/*'],

  'renderer/text': ['shared/contract', 'shared/domain', 'shared/record'],
  'renderer/api': ['shared/contract', 'shared/record'],
  'renderer/composables': ['shared/*', 'renderer/api', 'renderer/text'],
  'renderer/components': ['shared/contract', 'shared/domain', 'shared/record', 'renderer/composables', 'renderer/text'],
  'renderer/print': ['shared/contract', 'renderer/api', 'renderer/components', 'renderer/composables', 'renderer/text'],
  'renderer/record': [
    'shared/*',
    'renderer/api',
    'renderer/components',
    'renderer/composables',
    'renderer/print',
    'renderer/text',
  ],
  'renderer/features/*': [
    'shared/*',
    'renderer/api',
    'renderer/components',
    'renderer/composables',
    'renderer/print',
    'renderer/record',
    'renderer/text',
  ],
  'renderer/app': [
    'shared/*',
    'renderer/api',
    'renderer/components',
    'renderer/composables',
    'renderer/features/*',
    'renderer/record',
    'renderer/styles',
    'renderer/text',
  ],
  renderer: ['renderer/app', 'renderer/api', 'renderer/composables', 'renderer/styles'],
}
/** Rooms without code of their own to check. */
const shelves = ['resources', 'renderer/styles']

const code = ['electron/**/*.ts', 'renderer/**/*.ts', 'renderer/**/*.vue', 'shared/**/*.ts']

/** Words that say nothing about what a thing is. */
const emptyWords = '/^(manager|helper|utils?|misc|common|data|handle|process)$|Manager|Helper|Utils?$|Misc/'

/** What opens connections without an import; .dependency-cruiser.cjs watches the modules. */
const networkGlobals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']
const offline = 'Nothing leaves the machine: only a door speaks, and only to this machine (docs/security.md).'

export default tseslint.config(
  {
    ignores: ['node_modules/', 'dist/', 'release/', 'test-results/', 'playwright-report/', '.cache/'],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // The compiler knows the globals of each room better.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: [
            ':matches(FunctionDeclaration, ClassDeclaration, VariableDeclarator, TSInterfaceDeclaration,',
            `TSTypeAliasDeclaration) > Identifier.id[name=${emptyWords}]`,
          ].join(' '),
          message: 'This name says nothing about what the thing is (see docs/glossary.md).',
        },
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      // Layout is the author's.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  {
    // The browser door asks whether another one answers; the page's transport asks its own door.
    files: code,
    ignores: ['**/*.test.ts', '**/testing/**', 'electron/browser/instanceFile.ts', 'renderer/api/httpTransport.ts'],
    rules: {
      'no-restricted-globals': ['error', ...networkGlobals.map((name) => ({ name, message: offline }))],
      'no-restricted-properties': ['error', { object: 'navigator', property: 'sendBeacon', message: offline }],
    },
  },
  {
    files: ['*.config.ts', '*.config.js', 'build/**/*.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: code,
    ignores: ['**/*.test.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.vue', '.json', '.css', '.svg'] } },
      'boundaries/include': ['electron/**', 'renderer/**', 'shared/**', 'resources/**'],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
      // First match wins: the deeper folder stands before the one around it.
      'boundaries/elements': [...Object.keys(rooms), ...shelves]
        .sort((a, b) => b.split('/').length - a.split('/').length)
        .map((folder) => ({
          type: folder,
          pattern: folder,
          partialMatch: false,
          ...(folder.endsWith('/*') ? { capture: ['name'] } : {}),
        })),
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: 'A file of {{from.element.type}} may not import from {{to.element.type}} (eslint.config.js, rooms).',
          policies: [
            ...Object.entries(rooms).map(([room, mayImport]) => ({
              from: { element: { type: room } },
              allow: { to: { element: { type: mayImport } } },
            })),
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
    },
  },
)
