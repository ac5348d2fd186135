/**
 * What the compiler and the editor's lint cannot see: cycles, and which room may use which package. The rooms
 * themselves are in eslint.config.js.
 */
const tests = ['[.]test[.]ts$', '/testing/']
const pkg = (...names) => `(^|/)node_modules/(${names.join('|')})/`
const driver = pkg('better-sqlite3-multiple-ciphers')
const spreadsheets = pkg('@e965/xlsx', 'exceljs', 'papaparse', 'yauzl', 'iconv-lite')

const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    only('no-cycles', 'Two files that need each other are one thing, or a third is missing.', {}, { circular: true }),
    only('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    only(
      'electron-behind-its-door',
      'Nothing outside electron/main and electron/preload may know Electron.',
      { pathNot: '^electron/(main|preload)/' },
      { path: ['^electron$', pkg('electron')] },
    ),
    only(
      'typeorm-in-db',
      'SQL and entities stay in office/db.',
      { pathNot: '^electron/office/db/' },
      { path: pkg('typeorm', 'reflect-metadata') },
    ),
    only(
      'driver-in-data-source',
      'Only office/db names the SQLite driver; tests may look into a file with it.',
      { pathNot: ['^electron/office/db/', ...tests] },
      { path: driver },
    ),
    only(
      'spreadsheets-in-excel',
      'Only office/excel knows spreadsheet files; tests may make their own.',
      { pathNot: ['^electron/office/excel/', ...tests] },
      { path: spreadsheets },
    ),
    only(
      'renderer-without-node',
      'The renderer runs in any Chromium: no Node, no office.',
      { path: '^renderer/', pathNot: '[.]test[.]ts$' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'renderer-without-office',
      'The renderer knows only the contract.',
      { path: '^renderer/' },
      { path: '^electron/' },
    ),
    only(
      'network-in-browser-door',
      'Nothing leaves the machine: only the loopback door knows sockets.',
      { path: '^(electron|shared)/', pathNot: ['^electron/browser/', ...tests] },
      { dependencyTypes: ['core'], path: '^(node:)?(http|net)$' },
    ),
    only(
      'no-network-beyond',
      'Not even the door looks up names, speaks to other machines or lets itself be inspected.',
      { path: '^(electron|shared)/' },
      { dependencyTypes: ['core'], path: '^(node:)?(https|http2|tls|dgram|dns|dns/promises|inspector)$' },
    ),
    only(
      'node-without-renderer',
      'Node never loads the page.',
      { path: '^(electron|shared)/' },
      { path: '^renderer/' },
    ),
    only(
      'shared-is-pure',
      'Both sides load it: nothing but itself and zod.',
      { path: '^shared/', pathNot: '[.]test[.]ts$' },
      { pathNot: ['^shared/', pkg('zod')] },
    ),
    only(
      'domain-imports-nothing',
      'Pure rules.',
      { path: '^shared/domain/', pathNot: '[.]test[.]ts$' },
      { pathNot: '^shared/domain/' },
    ),
    only(
      'dependencies-of-the-program',
      'What Node loads at run time must be in "dependencies", or the packaged program lacks it.',
      { path: '^(electron|shared)/', pathNot: ['^electron/(main|preload)/', ...tests] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    only(
      'tests-stay-outside',
      'What only tests need must not reach the program.',
      { pathNot: ['^electron/(bench|torture)/', ...tests] },
      { path: tests },
    ),
    only('telling-names', 'Such a name says nothing about what is inside.', {}, {
      path: '^(electron|renderer|shared)/.*(manager|helper|util|misc|common)[^/]*$',
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json'],
    },
    cache: false,
  },
}
