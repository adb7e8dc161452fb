/** Who may import whom. Each rule's name is the sentence that a breach prints. */
module.exports = {
  forbidden: [
    {
      name: 'the-app-asks-it-does-not-reach',
      comment:
        'Remix bundles a second copy of any server module that a screen imports: the platform arrives in the load context.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/survey-page/' },
      to: { path: '^server/', pathNot: '(/words|^server/refusal)[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-survey-page-works-out-what-the-server-works-out',
      comment:
        'The scripts of a survey are no part of Remix: they are built by themselves, and work answers out by the very code that judges them.',
      severity: 'error',
      from: { path: '^app/survey-page/' },
      to: {
        path: '^server/',
        pathNot: ['(/words|^server/refusal)[.]ts$', '^server/(responses/filling|surveys/expressions)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-app-never-sees-the-database',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^db/' },
    },
    {
      name: 'the-server-does-not-know-its-screens',
      severity: 'error',
      from: { path: '^(server|db)/' },
      to: { path: '^app/' },
    },
    {
      name: 'the-database-knows-no-one',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|server|tests)/' },
    },
    {
      name: 'nothing-stands-on-tests',
      severity: 'error',
      from: { path: '^(app|server|db)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'capabilities-meet-at-the-door',
      severity: 'error',
      from: { path: '^server/([^/]+)/' },
      to: { path: '^server/([^/]+)/', pathNot: ['^server/$1/', '/(index|contract|words)[.]ts$'] },
    },
    {
      name: 'sql-lives-in-records',
      comment:
        'The edges and the grammar may ask the database for its time, its health and its event sequence; acts may not.',
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: ['/records[^/]*[.]ts$', '^server/edge/health[.]ts$'] },
      to: { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '/rules[.]ts$' },
      to: {
        pathNot: '(/contract[.]ts|/words[.]ts|/rules[.]ts|^server/refusal[.]ts|^server/ground[.]ts)$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'words-stay-light',
      comment: 'The browser loads them: neither they nor what they draw in may reach zod, SQL or Node.',
      severity: 'error',
      from: { path: '/words[.]ts$' },
      to: { path: 'node_modules/(zod|kysely|pg|pino|react)/|^node:', reachable: true },
    },
    {
      name: 'lexical-stays-in-the-editor',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/editor/' },
      to: { path: 'node_modules/(lexical|@lexical)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|app/styles/built)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
